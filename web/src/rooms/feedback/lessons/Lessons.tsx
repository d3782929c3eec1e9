import { Button } from '@mantine/core';
import { useState } from 'react';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { KeyHint } from '../../../components/layout/KeyHint';
import { LessonForm } from '../../../components/forms/LessonForm';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { useNumbers } from '../../../i18n/useNumbers';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { LessonPanel } from './LessonPanel';

const BLANK = { role: null, industry: null, objection: null };

export function Lessons() {
  const { shell, lessons: words, terms } = useWords();
  const { n } = useNumbers();
  const me = useMe();
  const { filters, set } = useFilters();
  const [writing, setWriting] = useState(false);
  const writes = me.has('rep', 'manager', 'sales_ops', 'executive');
  const role: Record<string, string> = terms.role;
  const objection: Record<string, string> = terms.objection;
  useKeys({ c: writes && { label: words.write, run: () => setWriting(true) } });
  const write = writes && (
    <Button onClick={() => setWriting(true)} rightSection={<KeyHint keys="c" />}>
      {words.write}
    </Button>
  );
  return (
    <Screen title={shell.nav.lessons} actions={write}>
      <Listing
        name="lessons"
        of="/api/v1/lessons"
        facets={[
          { filter: 'role', label: words.role, format: (each) => role[each] ?? words.anyRole },
          { filter: 'industry', label: words.industry, format: (each) => (each === 'none' ? words.anyIndustry : each) },
          { filter: 'objection', label: words.objection, format: (each) => objection[each] ?? words.noObjection },
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
