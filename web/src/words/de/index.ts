import type { Words } from '../translated';
import { admin } from './admin';
import { campaigns } from './campaigns';
import { feedback } from './feedback';
import { frame } from './frame';
import { propositions } from './propositions';
import { terms } from './terms';

export const de: Words = { admin, campaigns, feedback, frame, propositions, terms };
