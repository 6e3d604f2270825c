import { Presets, SingleBar } from 'cli-progress';
import { type ImportProgress } from '../progress';

const MS_PER_SECOND = 1000;

/** A progress bar on a terminal for the file that is read: share, rows, rows a second and time left. */
export class TerminalProgress implements ImportProgress {
  private bar: SingleBar | null = null;
  private startedMs = 0;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  start(file: string, kind: string, sizeBytes: number): void {
    this.startedMs = Date.now();
    this.bar = new SingleBar(
      {
        format: `${kind} ${file} [{bar}] {percentage}% · {rows} rows · {rate}/s · {eta_formatted} left / còn lại`,
        stream: this.stream,
        clearOnComplete: true,
        hideCursor: true,
        fps: 5,
      },
      Presets.legacy,
    );
    this.bar.start(sizeBytes, 0, { rows: 0, rate: 0 });
  }

  advance(bytesRead: number, rowsRead: number): void {
    const seconds = (Date.now() - this.startedMs) / MS_PER_SECOND;
    this.bar?.update(bytesRead, { rows: rowsRead, rate: seconds > 0 ? Math.round(rowsRead / seconds) : 0 });
  }

  finish(): void {
    this.bar?.stop();
    this.bar = null;
  }

  step(name: string): void {
    this.stream.write(`${name}…\n`);
  }
}
