import { campaigns } from './campaigns';
import { frame } from './frame';
import { home } from './home';
import { lessons } from './lessons';
import { mail } from './mail';
import { terms } from './terms';
import { work } from './work';

/** Everything that the console says, one file a room. */
export const en = { campaigns, frame, home, lessons, mail, terms, work };
