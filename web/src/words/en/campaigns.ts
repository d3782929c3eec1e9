export const campaigns = {
  name: 'Campaign',
  state: 'State',
  launched: 'Launched',
  created: 'Made',
  none: 'No campaign yet',
  noneYet:
    'A campaign carries one live proposition to one frozen cohort. Freeze a cohort first; then launch it from there.',
};
