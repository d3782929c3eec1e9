import { readFileSync } from 'node:fs';
import { ApiError, choosePassword, Person } from './api.js';

interface Role {
  role: string;
  name: string;
  email: string;
  password: string;
  department: string;
  roles: string[];
}

const PEOPLE = JSON.parse(readFileSync(new URL('./people.json', import.meta.url), 'utf8')) as Role[];

/** The people of the demonstration, signed in. The administrator is there already; the others are made by them. */
export class Cast {
  private constructor(private readonly people: { facts: Role; person: Person }[]) {}

  static async enter(url: string): Promise<Cast> {
    const [first, ...others] = PEOPLE as [Role, ...Role[]];
    const admin = await Person.signIn(url, first.email, first.password);
    const people = [{ facts: first, person: admin }];
    for (const facts of others) {
      await invite(admin, url, facts);
      people.push({ facts, person: await Person.signIn(url, facts.email, facts.password) });
    }
    return new Cast(people);
  }

  /** The executive of a department who authors. */
  of(department: string): Person {
    return this.find(
      ({ facts }) => facts.role === 'executive' && facts.department === department && !facts.name.endsWith('Approver'),
    );
  }

  /** The other executive of it, who decides: nobody approves what they wrote. */
  approver(department: string): Person {
    return this.find(
      ({ facts }) =>
        facts.role === 'executive' &&
        facts.department === department &&
        (facts.name.endsWith('Approver') || department === 'sales'),
    );
  }

  get ops(): Person {
    return this.find(({ facts }) => facts.role === 'sales_ops');
  }

  get admin(): Person {
    return this.find(({ facts }) => facts.role === 'admin');
  }

  get reps(): Person[] {
    return this.people.filter(({ facts }) => facts.role === 'rep').map(({ person }) => person);
  }

  private find(test: (one: { facts: Role }) => boolean): Person {
    return this.people.find(test)!.person;
  }
}

/** The administrator makes the user; the user chooses the password by the link that is handed over. */
async function invite(admin: Person, url: string, { name, email, department, roles, password }: Role): Promise<void> {
  await admin.post('/users', { name, email, department, roles }).catch((error: unknown) => {
    if (!(error instanceof ApiError && error.code === 'email_taken')) throw error;
  });
  const { items } = await admin.get(`/users?q=${encodeURIComponent(email)}`);
  const user = items.find((each: { email: string }) => each.email === email);
  if (user.state !== 'invited') return;
  const { link } = await admin.post(`/users/${user.id}/password-links`);
  if (!link) throw new Error('The demo chooses the passwords of its people: start it without MAIL_FROM.');
  await choosePassword(url, link, password);
}
