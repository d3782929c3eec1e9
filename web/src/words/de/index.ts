import type { Words } from '../translated';
import { admin } from './admin';
import { campaigns } from './campaigns';
import { feedback } from './feedback';
import { frame } from './frame';
import { home } from './home';
import { lessons } from './lessons';
import { mail } from './mail';
import { propositions } from './propositions';
import { terms } from './terms';
import { work } from './work';

export const de: Words = { admin, campaigns, feedback, frame, home, lessons, mail, propositions, terms, work };
