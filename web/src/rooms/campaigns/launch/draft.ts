import type { Shape } from '../../../api/client';

/** The fields that may change before launch. */
export type CampaignDraft = Pick<
  Shape<'CampaignView'>,
  | 'activePerOrganization'
  | 'hoursBetweenTouches'
  | 'dayStarts'
  | 'dayEnds'
  | 'workingDays'
  | 'onUnknown'
  | 'holdOutDays'
  | 'targetMeasure'
  | 'targetValue'
  | 'fromName'
  | 'fromAddress'
  | 'replyTo'
> & { waves: { size: number | null; gated: boolean }[] };

export const campaignDraft = ({
  activePerOrganization,
  hoursBetweenTouches,
  dayStarts,
  dayEnds,
  workingDays,
  onUnknown,
  holdOutDays,
  targetMeasure,
  targetValue,
  fromName,
  fromAddress,
  replyTo,
}: Shape<'CampaignView'>): Omit<CampaignDraft, 'waves'> => ({
  activePerOrganization,
  hoursBetweenTouches,
  dayStarts: dayStarts.slice(0, 5),
  dayEnds: dayEnds.slice(0, 5),
  workingDays,
  onUnknown,
  holdOutDays,
  targetMeasure,
  targetValue,
  fromName,
  fromAddress,
  replyTo,
});
