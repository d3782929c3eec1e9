import type { Words } from '../translated';
import { campaigns } from './campaigns';
import { cohorts } from './cohorts';
import { frame } from './frame';
import { launch } from './launch';
import { terms } from './terms';

export const de: Words = { campaigns, cohorts, frame, launch, terms };
