import { Anchor, Button, type AnchorProps, type ButtonProps, type ElementProps } from '@mantine/core';
import { createLink, type RegisteredRouter } from '@tanstack/react-router';

/**
 * A link to a screen: `<ScreenLink to="/campaigns/$id" params={{ id }} search={{ state }}>`. The routes say which `params` and
 * `search` a screen has; Mantine's own `component={Link}` loses these types.
 */
export const ScreenLink = createLink((props: AnchorProps & ElementProps<'a', keyof AnchorProps>) => (
  <Anchor size="sm" {...props} />
));

type Screens = RegisteredRouter['routesByPath'];
/** The address of a screen that needs no `params`. */
export type ScreenPath = Exclude<keyof Screens, `${string}$${string}`>;
/** What may stand after the question mark in the address of a screen. */
export type ScreenSearch<Path extends keyof Screens> = Screens[Path]['types']['fullSearchSchemaInput'];

/** A link that looks like a button. */
export const ScreenButton = createLink((props: ButtonProps & ElementProps<'a', keyof ButtonProps>) => (
  <Button component="a" {...props} />
));
