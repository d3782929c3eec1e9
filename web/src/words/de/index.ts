import type { Words } from '../translated';
import { campaigns } from './campaigns';
import { frame } from './frame';
import { terms } from './terms';

export const de: Words = { campaigns, frame, terms };
