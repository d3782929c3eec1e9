import { Button } from '@mantine/core';
import { useState } from 'react';
import { useKeys } from '../../../shell/keys';
import { useMe } from '../../../shell/session';
import { KeyHint } from '../../../components/Hint';
import { LessonForm } from '../../../components/LessonForm';
import { useFilters } from '../../../components/search';
import { Listing } from '../../../components/Listing';
import { useNumbers } from '../../../components/numbers';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/QueryState';
import { RelativeTime } from '../../../components/When';
import { useWords } from '../../../i18n';
import { LessonPanel } from './LessonPanel';

const BLANK = { role: null, industry: null, objection: null };

/** What worked, for whom, and how often it helped somebody else. */
export function Lessons() {
  const { shell, lessons: words, terms } = useWords();
  const { n } = useNumbers();
  const me = useMe();
  const { filters, set } = useFilters();
  const [writing, setWriting] = useState(false);
  const writes = me.has('rep', 'manager', 'sales_ops', 'executive');
  const role: Record<string, string> = terms.role;
  const objection: Record<string, string> = terms.objection;
  useKeys({ c: writes && { says: words.write, does: () => setWriting(true) } });
  const write = writes && (
    <Button onClick={() => setWriting(true)} rightSection={<KeyHint keys="c" />}>
      {words.write}
    </Button>
  );
  return (
    <Screen title={shell.places.lessons} actions={write}>
      <Listing
        name="lessons"
        of="/api/v1/lessons"
        facets={[
          { filter: 'role', label: words.role, says: (each) => role[each] ?? words.anyRole },
          { filter: 'industry', label: words.industry, says: (each) => (each === 'none' ? words.anyIndustry : each) },
          { filter: 'objection', label: words.objection, says: (each) => objection[each] ?? words.noObjection },
        ]}
        columns={[
          { key: 'text', title: words.text, render: ({ text }) => text },
          {
            key: 'role',
            title: words.role,
            width: 140,
            wide: true,
            render: (one) => (one.role && role[one.role]) || words.any,
          },
          {
            key: 'industry',
            title: words.industry,
            width: 140,
            wide: true,
            render: (one) => one.industry ?? words.any,
          },
          {
            key: 'objection',
            title: words.objection,
            width: 150,
            wide: true,
            render: (one) => (one.objection && objection[one.objection]) || '',
          },
          { key: 'author', title: words.author, width: 140, wide: true, render: ({ author }) => author },
          {
            key: 'helped',
            title: words.helped,
            width: 90,
            right: true,
            sorts: true,
            render: ({ helped }) => <span title={words.helpedTitle}>{n(helped)}</span>,
          },
          {
            key: 'createdAt',
            title: words.created,
            width: 120,
            wide: true,
            sorts: true,
            render: ({ createdAt }) => <RelativeTime at={String(createdAt)} />,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={
          <EmptyState title={words.none} action={write}>
            {words.noneYet}
          </EmptyState>
        }
      />
      <LessonPanel id={filters.open} onClose={() => set({ open: undefined })} />
      {writing && <LessonForm taught={BLANK} onClose={() => setWriting(false)} />}
    </Screen>
  );
}
