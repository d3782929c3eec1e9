import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import 'mantine-datatable/styles.css';
import './shell/global.css';
import { MantineProvider } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem';
import { ShortcutProvider } from './shell/shortcuts';
import { colours, theme } from './shell/theme';
import { router } from './router';
import { Catalogue, load, type Language, type Words } from './i18n';
import { en } from './i18n/en';

const STALE_MS = 5_000;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE_MS,
      // a rejected request stays rejected; an unreachable API may come back
      retry: (failures, error) =>
        failures < 3 && error instanceof Problem && (error.status === 0 || error.status >= 500),
    },
  },
});

function Speaking({ children }: { children: ReactNode }) {
  const [language, choose] = useLocalStorage<Language>({ key: 'overture.language', defaultValue: 'en' });
  const [words, setWords] = useState<Words>(en);
  useEffect(() => {
    document.documentElement.lang = language;
    void load(language).then(setWords);
  }, [language]);
  const value = useMemo(() => ({ words, language, choose }), [words, language, choose]);
  return <Catalogue.Provider value={value}>{children}</Catalogue.Provider>;
}

createRoot(document.getElementById('console')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
      <Speaking>
        <QueryClientProvider client={queries}>
          <ShortcutProvider>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </ShortcutProvider>
        </QueryClientProvider>
      </Speaking>
    </MantineProvider>
  </StrictMode>,
);
