import { accounts } from './accounts';
import { campaigns } from './campaigns';
import { cohorts } from './cohorts';
import { frame } from './frame';
import { imports } from './imports';
import { launch } from './launch';
import { terms } from './terms';

/** Everything that the console says, one file a room. */
export const en = { accounts, campaigns, cohorts, frame, imports, launch, terms };
