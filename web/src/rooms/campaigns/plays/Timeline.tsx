import { Box, Text } from '@mantine/core';
import {
  IconArrowsSplit2,
  IconCheckbox,
  IconHourglass,
  IconMail,
  IconMailQuestion,
  IconPhone,
  type Icon,
} from '@tabler/icons-react';
import { Fragment } from 'react';
import { useNumbers } from '../../../i18n/useNumbers';
import { useWords } from '../../../i18n';
import { stepTimes, type StepKind, type Step } from './steps';
import classes from './Timeline.module.css';

export const STEP_ICONS: Record<StepKind, Icon> = {
  email: IconMail,
  call: IconPhone,
  task: IconCheckbox,
  wait: IconHourglass,
  interest_check: IconMailQuestion,
  branch: IconArrowsSplit2,
};
const MOST_PX = 46;

/** The steps on a time axis, for a contact who never answers. */
export function Timeline({ steps, large = false }: { steps: Step[]; large?: boolean }) {
  const { plays: words } = useWords();
  const { x } = useNumbers();
  const { days, end } = stepTimes(steps);
  const label = [
    ...steps.map(({ kind }, i) => words.timeline.on(words.kinds[kind], x(days[i]!))),
    words.timeline.ends(x(end)),
  ];
  const gap = (from: number, to: number) => `${Math.min(MOST_PX, 8 + (to - from) * 4) * (large ? 1.5 : 1)}px`;
  return (
    <Box className={classes.line} role="img" aria-label={label.join('; ')} data-large={large || undefined}>
      {steps.map(({ key, kind }, i) => {
        const Picture = STEP_ICONS[kind];
        return (
          <Fragment key={key}>
            {i > 0 && <span className={classes.gap} style={{ width: gap(days[i - 1]!, days[i]!) }} />}
            <span className={classes.step} title={label[i]}>
              <Picture size={large ? 18 : 14} aria-hidden />
              {large && <span className={classes.day}>{x(days[i]!)}</span>}
            </span>
          </Fragment>
        );
      })}
      {steps.length > 0 && end > days.at(-1)! && (
        <span className={classes.gap} style={{ width: gap(days.at(-1)!, end) }} />
      )}
      {end > 0 && (
        <Text span size="xs" c="dimmed" className={classes.end}>
          {large ? words.timeline.ends(x(end)) : words.days(x(end))}
        </Text>
      )}
    </Box>
  );
}
