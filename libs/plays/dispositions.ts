import type { Disposition } from './words.js';

export interface DispositionFacts {
  /** It ends the enrolment; after one that is not final the play continues. */
  final: boolean;
  /** The person in question was spoken to. */
  connected: boolean;
  label: string;
}

export const DISPOSITION_FACTS: Readonly<Record<Disposition, DispositionFacts>> = {
  connected_interested: { final: true, connected: true, label: 'Interested' },
  connected_meeting_set: { final: true, connected: true, label: 'Meeting set' },
  connected_callback: { final: false, connected: true, label: 'Call back' },
  connected_referred: { final: true, connected: true, label: 'Referred to someone else' },
  connected_not_now: { final: false, connected: true, label: 'Not now' },
  connected_not_interested: { final: true, connected: true, label: 'Not interested' },
  connected_not_a_fit: { final: true, connected: true, label: 'Not a fit' },
  connected_do_not_call: { final: true, connected: true, label: 'Do not contact' },
  gatekeeper_message: { final: false, connected: false, label: 'Message left with gatekeeper' },
  gatekeeper_refused: { final: false, connected: false, label: 'Gatekeeper refused' },
  voicemail_left: { final: false, connected: false, label: 'Voicemail left' },
  no_answer: { final: false, connected: false, label: 'No answer' },
  busy: { final: false, connected: false, label: 'Busy' },
  wrong_number: { final: false, connected: false, label: 'Wrong number' },
  technical_failure: { final: false, connected: false, label: 'Technical failure' },
};
