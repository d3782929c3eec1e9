import { Walk } from '../walk.js';
import { buyers } from './buyers.js';
import { compare } from './compare.js';
import { machines } from './machines.js';
import type { Model } from './model.js';
import { executives, reps, salesOps } from './staff.js';
import type { Stage } from './stage.js';

const MOST = 56;

export const enrolments = new Walk<Model, Stage>(
  { ...executives, ...salesOps, ...machines, ...buyers, ...reps },
  MOST,
  compare,
);
