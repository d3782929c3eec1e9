import type { Words } from '../translated';
import { account } from './account';
import { accounts } from './accounts';
import { admin } from './admin';
import { buying } from './buying';
import { campaigns } from './campaigns';
import { checkIns } from './checkIns';
import { cohorts } from './cohorts';
import { domain } from './channels/domain';
import { duplicates } from './duplicates';
import { feedback } from './feedback';
import { shell } from './shell';
import { home } from './home';
import { imports } from './imports';
import { launch } from './launch';
import { lessons } from './lessons';
import { mail } from './mail';
import { plays } from './plays';
import { propositions } from './propositions';
import { providers } from './providers';
import { terms } from './terms';
import { verdict } from './verdict';
import { work } from './work';

export const de: Words = {
  account,
  accounts,
  admin,
  buying,
  campaigns,
  checkIns,
  cohorts,
  domain,
  duplicates,
  feedback,
  shell,
  home,
  imports,
  launch,
  lessons,
  mail,
  plays,
  propositions,
  providers,
  terms,
  verdict,
  work,
};
