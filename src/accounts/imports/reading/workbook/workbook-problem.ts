/** Why a workbook is not read, as a person is told it. */
export class WorkbookProblem extends Error {}
