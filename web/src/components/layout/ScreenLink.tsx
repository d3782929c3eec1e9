import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MouseEventHandler, ReactNode } from 'react';
import type { Filters } from '../lists/useListing';

export function ScreenLink({
  to,
  search = {},
  children,
  ...rest
}: { to: string; search?: Filters; children: ReactNode; onClick?: MouseEventHandler } & AnchorProps) {
  return (
    <Anchor size="sm" {...rest} renderRoot={(root) => <Link to={to} search={search as never} {...(root as object)} />}>
      {children}
    </Anchor>
  );
}
