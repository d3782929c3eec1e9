import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http } from '../../../../api/client';
import type { Step } from '../steps';

const QUIET_MS = 250;
/** Missing input is reported only when saving; other errors at once. */
const NOT_YET = ['empty', 'missing'];

/** Errors by step key and field; errors of the whole step under ''. */
export type StepProblems = Record<string, Record<string, string>>;

interface Found {
  step: string;
  field: string;
  code: string;
  message: string;
}

/** Asks the API for errors while editing. `strict` includes missing input. */
export function useStepProblems(
  steps: Step[],
  enabled: boolean,
  strict: boolean,
): { problems: StepProblems; asks: boolean } {
  const [asked] = useDebouncedValue(steps, QUIET_MS);
  const { data = [], isPlaceholderData } = useQuery({
    queryKey: ['play check', asked],
    enabled: enabled && asked.length > 0,
    placeholderData: keepPreviousData,
    meta: { still: true },
    queryFn: () => checkSteps(asked),
  });
  const problems: StepProblems = {};
  for (const { step, field, code, message } of steps.length > 0 ? data : [])
    if (strict || !NOT_YET.includes(code)) (problems[step] ??= {})[field] ??= message;
  return { problems, asks: isPlaceholderData || asked !== steps };
}

/** Errors are keyed by step, so that they stay with a step that moves. */
export async function checkSteps(steps: Step[]): Promise<Found[]> {
  const { data } = await http.POST('/api/v1/plays/check', { body: { steps: steps } });
  return data!.problems.map(({ field, ...rest }) => {
    const [, index = '', name = ''] = /^steps\.(\d+)\.?(.*)$/.exec(field) ?? [];
    return { step: steps[Number(index)]?.key ?? '', field: name, ...rest };
  });
}
