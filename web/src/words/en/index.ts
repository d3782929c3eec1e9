import { campaigns } from './campaigns';
import { frame } from './frame';
import { terms } from './terms';

/** Everything that the console says, one file a room. */
export const en = { campaigns, frame, terms };
