import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Invalid, ThreadEnded, ThreadPool } from '../../../../platform/index.js';
import type { SheetRead, Workbook } from './workbook.thread.js';

class WorkbookUnreadable extends Invalid {}

const MEBIBYTE = 1024 * 1024;
/** More would take too much memory to unpack. */
export const LARGEST_WORKBOOK = 32 * MEBIBYTE;

const ZIP = Buffer.from('PK\u0003\u0004');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Reads Excel workbooks in a thread, which is ended by one that takes too long or too much. */
@Injectable()
export class WorkbookReader implements OnModuleDestroy {
  private readonly pool = new ThreadPool<Workbook, SheetRead>('accounts/imports/reading/workbook/workbook.thread.js', {
    threads: 1,
    waiting: 10,
    milliseconds: 60_000,
    megabytes: 1024,
  });

  /** By its first bytes. @throws WorkbookUnreadable for a file of Excel before 2007 */
  static isWorkbook(head: Buffer): boolean {
    if (head.subarray(0, OLE.length).equals(OLE))
      throw new WorkbookUnreadable('This is a file of an old Excel (.xls). Save it as .xlsx or as CSV.');
    return head.subarray(0, ZIP.length).equals(ZIP);
  }

  /** @throws WorkbookUnreadable, TooBusy */
  async read(workbook: Workbook): Promise<Extract<SheetRead, { csv: unknown }>> {
    if (workbook.bytes.length > LARGEST_WORKBOOK)
      throw new WorkbookUnreadable(
        `The workbook is larger than ${LARGEST_WORKBOOK / MEBIBYTE} MiB. Save the sheet as CSV, of which 1 GiB is read.`,
      );
    const found = await this.pool.run(workbook).catch((error: unknown) => {
      if (!(error instanceof ThreadEnded)) throw error;
      throw new WorkbookUnreadable('The workbook takes too long or too much memory to read. Save the sheet as CSV.');
    });
    if ('problem' in found) throw new WorkbookUnreadable(found.problem);
    return found;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }
}
