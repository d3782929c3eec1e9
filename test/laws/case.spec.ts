import { existsSync } from 'node:fs';
import ts from 'typescript';
import { project } from '../support/project.js';

/** As on macOS and Windows: names that differ by case only are one file. */
function diagnosed(config: string): string[] {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    project + config,
    { forceConsistentCasingInFileNames: true, skipLibCheck: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  )!;
  const host = { ...ts.createCompilerHost(parsed.options), useCaseSensitiveFileNames: () => false };
  const program = ts.createProgram(parsed.fileNames, parsed.options, host);
  expect(program.getSourceFiles().length).toBeGreaterThan(100);
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSyntacticDiagnostics(),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test.each(['tsconfig.json', 'web/tsconfig.json'])('%s resolves every import where file names ignore case', (config) => {
  expect(existsSync(project + config)).toBe(true);
  expect(diagnosed(config)).toEqual([]);
});
