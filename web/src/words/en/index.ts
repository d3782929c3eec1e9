import { admin } from './admin';
import { campaigns } from './campaigns';
import { feedback } from './feedback';
import { frame } from './frame';
import { propositions } from './propositions';
import { terms } from './terms';

/** Everything that the console says, one file a room. */
export const en = { admin, campaigns, feedback, frame, propositions, terms };
