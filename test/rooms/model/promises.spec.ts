import { Installation } from '../../support/installation.js';
import { CAMPAIGNS, HOUSES } from './members/before.js';
import { members } from './members/commands.js';
import { finish } from './members/finish.js';
import { Model as MembersModel } from './members/model.js';
import { Stage as MembersStage } from './members/stage.js';
import { propositions } from './propositions/commands.js';
import { compare } from './propositions/compare.js';
import { Model as PropositionModel } from './propositions/model.js';
import { Stage as PropositionStage } from './propositions/stage.js';
import { seconds, trial } from './trial.js';

const PROPOSITIONS = seconds(8);
const MEMBERS = seconds(30);

let app: Installation;
beforeAll(async () => {
  app = await Installation.open();
});
afterAll(() => app.close());

test(
  'whoever writes and decides in whatever order, only what several departments approved is launched, and as they approved it',
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
  'whatever happens in whatever order, nobody is skipped, nobody is written to twice, and what is stopped is still',
  async () => {
    const stage = await MembersStage.open(app);
    await trial('members', members, MEMBERS, async (goOn) => {
      const version = await stage.reset();
      const model = new MembersModel(HOUSES, CAMPAIGNS, version);
      await goOn(model, stage);
      await finish(model, stage);
    });
  },
  (MEMBERS + 60) * 1000,
);
