import { ScrollArea, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ScreenSearch } from '../../../components/layout/ScreenLink';
import { useNumbers } from '../../../i18n/useNumbers';
import type { RateValue } from '../../../components/charts/Rate';
import { useWords } from '../../../i18n';
import classes from '../pictures.module.css';

export interface HeatCell {
  row: string;
  column: string;
  rate: RateValue;
}

const DEEPEST = 40;

/** Shows each cell as a number and as a shade. */
export function HeatTable({
  name,
  cells,
  rowSays,
  columnSays,
  opens,
  least,
}: {
  name: string;
  cells: HeatCell[];
  rowSays: (row: string) => string;
  columnSays: (column: string) => string;
  opens: (row: string, column: string) => ScreenSearch<'/feedback/conversations'>;
  least: number;
}) {
  const { shell } = useWords();
  const { n, p } = useNumbers();
  const sum = (which: (cell: HeatCell) => boolean) =>
    cells.filter(which).reduce((total, { rate }) => total + rate.successes, 0);
  const distinct = (of: 'row' | 'column') =>
    [...new Set(cells.map((cell) => cell[of]))].sort(
      (a, b) => sum((cell) => cell[of] === b) - sum((cell) => cell[of] === a),
    );
  const rows = distinct('row');
  const columns = distinct('column');
  const deepest = Math.max(0.01, ...cells.map(({ rate }) => rate.rate ?? 0));
  const at = (row: string, column: string) => cells.find((cell) => cell.row === row && cell.column === column)?.rate;
  return (
    <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': name }}>
      <table className={classes.heat} aria-label={name}>
        <thead>
          <tr>
            <th aria-hidden />
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnSays(column)}
                <Text size="xs" c="dimmed">
                  n = {n(cells.find((cell) => cell.column === column)!.rate.n)}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{rowSays(row)}</th>
              {columns.map((column) => {
                const rate = at(row, column);
                if (!rate) return <td key={column} aria-label="0" />;
                const depth = rate.rate === undefined ? 0 : (rate.rate / deepest) * DEEPEST;
                const title = rate.shown
                  ? `${shell.evidence.of(n(rate.successes), n(rate.n))}; ${shell.evidence.interval(p(rate.low ?? 0), p(rate.high ?? 1))}`
                  : shell.evidence.tooFew(rate.n, least);
                return (
                  <td
                    key={column}
                    title={title}
                    className={rate.shown ? undefined : classes.few}
                    style={
                      rate.shown
                        ? {
                            background: `color-mix(in srgb, var(--mantine-primary-color-filled) ${depth}%, transparent)`,
                          }
                        : undefined
                    }
                  >
                    <Link to="/feedback/conversations" search={opens(row, column)}>
                      {rate.shown && rate.rate !== undefined ? p(rate.rate) : n(rate.successes)}
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
