import { Button, Checkbox, Group, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../api/client';
import { Problem } from '../../api/problem';
import { useKeys } from '../../frame/keys';
import { useSaying } from '../../pieces/acting';
import { Hint } from '../../pieces/Hint';
import { useWords } from '../../words';

type User = Shape<'UserView'>;

/** A new user, or one that is there. */
export function UserForm({ user, onDone }: { user?: User; onDone: () => void }) {
  const { admin, frame, terms } = useWords();
  const words = admin.users;
  const say = useSaying();
  const queries = useQueryClient();
  const { data: departments } = api.useQuery('get', '/api/v1/departments');
  const [facts, setFacts] = useState({
    name: user?.name ?? '',
    email: user?.email ?? '',
    department: user?.department ?? '',
    password: '',
  });
  const [roles, setRoles] = useState<User['roles']>(user?.roles ?? []);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const field = (name: keyof typeof facts) => ({
    value: facts[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setFacts((before) => ({ ...before, [name]: value })),
    error: wrong[name],
  });

  async function act(work: () => Promise<unknown>, message: string, undo?: () => Promise<unknown>) {
    try {
      await work();
      await queries.invalidateQueries();
      say.done(message, undo);
      onDone();
    } catch (error) {
      if (error instanceof Problem && error.status === 422) setWrong(error.byField);
      const stale = error instanceof Problem && error.code === 'stale_edit';
      say.refused(stale ? new Problem(409, error.code, words.stale, [], {}) : error);
    }
  }

  const change = (body: Shape<'UserChange'>, revision: number) =>
    http.PATCH('/api/v1/users/{id}', {
      params: { path: { id: user!.id } },
      headers: { 'if-match': `"${revision}"` },
      body,
    });

  const save = () => {
    const { password, email, ...plain } = facts;
    const body = { ...plain, roles, ...(password ? { password } : {}) };
    if (!user) return act(() => http.POST('/api/v1/users', { body: { ...body, email } }), words.created(facts.name));
    return act(() => change(body, user.revision), words.changed(facts.name));
  };
  const other = user?.state === 'active' ? 'disabled' : 'active';
  const toggle = () => {
    const { state, revision } = user!;
    return act(
      () => change({ state: other }, revision),
      words.changed(user!.name),
      async () => {
        await change({ state }, revision + 1);
        await queries.invalidateQueries();
      },
    );
  };
  useKeys(
    { '$mod+Enter': { says: frame.keys.submit, does: () => void save(), whileTyping: true } },
    { insideDialog: true },
  );

  return (
    <Stack gap="sm">
      <TextInput label={admin.name} required data-autofocus {...field('name')} />
      <TextInput label={admin.email} type="email" required disabled={user !== undefined} {...field('email')} />
      <NativeSelect
        label={admin.department}
        data={[
          { value: '', label: '—' },
          ...(departments?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        {...field('department')}
      />
      <Checkbox.Group
        label={admin.roles}
        value={roles}
        onChange={(value) => setRoles(value as User['roles'])}
        error={wrong.roles}
      >
        <Group gap="sm" mt={4}>
          {(Object.keys(terms.roles) as User['roles']).map((role) => (
            <Checkbox key={role} value={role} label={terms.roles[role]} />
          ))}
        </Group>
      </Checkbox.Group>
      <PasswordInput
        label={words.password}
        description={user ? words.keepPassword : words.noPassword}
        autoComplete="new-password"
        {...field('password')}
      />
      <Group justify="space-between">
        {user ? (
          <Button variant="default" onClick={() => void toggle()}>
            {other === 'disabled' ? words.disable : words.enable}
          </Button>
        ) : (
          <span />
        )}
        <Button onClick={() => void save()} rightSection={<Hint keys="$mod+Enter" />}>
          {frame.act.save}
        </Button>
      </Group>
    </Stack>
  );
}
