import { parentPort, workerData } from 'node:worker_threads';
import { printExport } from '../features/records/export/pdf/print-export';
import type { PrintedExport } from '../features/records/export/pdf/printed-export';

async function print(content: PrintedExport): Promise<void> {
  const pdf = await printExport(content);
  parentPort?.postMessage(pdf);
}

void print(workerData as PrintedExport);
