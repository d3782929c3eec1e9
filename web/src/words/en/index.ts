import { campaigns } from './campaigns';
import { cohorts } from './cohorts';
import { frame } from './frame';
import { launch } from './launch';
import { terms } from './terms';

/** Everything that the console says, one file a room. */
export const en = { campaigns, cohorts, frame, launch, terms };
