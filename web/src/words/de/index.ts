import type { Words } from '../translated';
import { campaigns } from './campaigns';
import { frame } from './frame';
import { home } from './home';
import { lessons } from './lessons';
import { mail } from './mail';
import { terms } from './terms';
import { work } from './work';

export const de: Words = { campaigns, frame, home, lessons, mail, terms, work };
