import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PrintedExport } from '../features/records/export/pdf/printed-export';
import { DomainError } from '../shared/errors';

const WORKER_FILE = join(__dirname, 'pdf.worker.js');
/** Who comes after so many others is asked to come back. */
const MOST_WAITING = 20;
/** Several times what the longest record of a life takes. */
const LIMIT_MS = 20_000;
const RETRY_AFTER_SECONDS = 10;
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

/**
 * Prints documents one after the other, each in a thread of its own: laying out pages takes hundreds of milliseconds,
 * in which the thread that answers would answer nobody. Memory goes back when the thread ends.
 */
export class PdfPrinter {
  private waiting = 0;
  private tail: Promise<unknown> = Promise.resolve();
  private worker: Worker | null = null;
  private isStopped = false;

  /** The document as bytes of a PDF. Throws DomainError BUSY when too many wait. */
  print(content: PrintedExport): Promise<Uint8Array> {
    if (this.waiting >= MOST_WAITING || this.isStopped) return Promise.reject(busy());
    this.waiting++;
    const printed = this.tail.then(() => this.printNow(content)).finally(() => this.waiting--);
    this.tail = printed.catch(() => undefined);
    return printed;
  }

  /** Ends what is being printed. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.worker?.terminate();
  }

  private async printNow(content: PrintedExport): Promise<Uint8Array> {
    if (this.isStopped) throw busy();
    const worker = new Worker(WORKER_FILE, { workerData: content, resourceLimits: LIMITS });
    this.worker = worker;
    const limit = setTimeout(() => void worker.terminate(), LIMIT_MS);
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', (code) => reject(new Error(`The thread that prints ended with code ${code}.`)));
      });
    } finally {
      clearTimeout(limit);
    }
  }
}

function busy(): DomainError {
  return new DomainError(
    'BUSY',
    {
      en: 'Too many documents are being made at this moment; try again shortly.',
      vi: 'Hiện có quá nhiều tài liệu đang được tạo; hãy thử lại sau ít giây.',
    },
    { retryAfterSeconds: RETRY_AFTER_SECONDS },
  );
}
