import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e6f7fa',
  '#d9eff3',
  '#a8d6df',
  '#79c0cd',
  '#54aebe',
  '#3da3b5',
  '#2f9db1',
  '#1f899c',
  '#0b7285',
  '#00606f',
];

/** Dense and legible: 13 px text and small controls, because users look at this all day. */
export const theme = createTheme({
  primaryColor: 'petrol',
  // white text on it is legible in both themes
  primaryShade: 8,
  autoContrast: true,
  // Mantine picks the text colour of a filled button for light mode only; the primary colour is lighter in dark mode
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    const isPrimary = input.variant === 'filled' && (input.color ?? 'petrol') === 'petrol';
    return isPrimary ? { ...resolved, color: 'var(--mantine-primary-color-contrast)' } : resolved;
  },
  colors: { petrol },
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Notification: { styles: { description: { color: 'var(--mantine-color-text)' } } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Mantine's dimmed text and light badges are below WCAG's contrast of 4.5 : 1; these are not. */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-placeholder': '#6b7178',
    '--mantine-color-green-light-color': '#1b6128',
    '--mantine-color-yellow-light-color': '#7a4100',
    '--mantine-color-error': '#b02020',
    '--mantine-color-red-light-color': '#b02020',
    '--mantine-color-blue-light-color': '#14518b',
    '--mantine-color-gray-light-color': '#41474d',
    '--mantine-color-petrol-light-color': '#00535f',
  },
  dark: {
    '--mantine-color-error': '#ff8787',
    '--mantine-color-dimmed': '#a3a3a3',
    '--mantine-color-placeholder': '#9a9a9a',
  },
});
