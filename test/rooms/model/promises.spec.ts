import { Installation } from '../../support/installation.js';
import { CAMPAIGNS, ORGANIZATIONS } from './enrolments/before.js';
import { enrolments } from './enrolments/commands.js';
import { finish } from './enrolments/finish.js';
import { Model as EnrolmentsModel } from './enrolments/model.js';
import { Stage as EnrolmentsStage } from './enrolments/stage.js';
import { propositions } from './propositions/commands.js';
import { compare } from './propositions/compare.js';
import { Model as PropositionModel } from './propositions/model.js';
import { Stage as PropositionStage } from './propositions/stage.js';
import { seconds, trial } from './trial.js';

const PROPOSITIONS = seconds(8);
const ENROLMENTS = seconds(30);

let app: Installation;
beforeAll(async () => {
  app = await Installation.open();
});
afterAll(() => app.close());

test(
  'random orders of edits and decisions: only a version that every department approved is launched, exactly as approved',
  async () => {
    const stage = await PropositionStage.open(app);
    await trial('propositions', propositions, PROPOSITIONS, async (goOn) => {
      const model = new PropositionModel();
      await stage.reset(model);
      await compare(model, stage);
      await goOn(model, stage);
    });
  },
  (PROPOSITIONS + 60) * 1000,
);

test(
  'random orders of events: nobody is skipped, nobody is written to twice, and nothing is sent after a stop',
  async () => {
    const stage = await EnrolmentsStage.open(app);
    await trial('enrolments', enrolments, ENROLMENTS, async (goOn) => {
      const version = await stage.reset();
      const model = new EnrolmentsModel(ORGANIZATIONS, CAMPAIGNS, version);
      await goOn(model, stage);
      await finish(model, stage);
    });
  },
  (ENROLMENTS + 60) * 1000,
);
