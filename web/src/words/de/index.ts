import type { Words } from '../translated';
import { accounts } from './accounts';
import { campaigns } from './campaigns';
import { cohorts } from './cohorts';
import { frame } from './frame';
import { imports } from './imports';
import { launch } from './launch';
import { terms } from './terms';

export const de: Words = { accounts, campaigns, cohorts, frame, imports, launch, terms };
