/** `_x000D_` stands for a character that XML cannot hold, `_x005F_` for the line that begins such an escape. */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Collects the text of a cell or of a shared string: its runs joined, the reading aids of Japanese (`rPh`) left out. */
export class EscapedText {
  private parts = '';
  private isReading = false;
  private isAid = false;

  begin(): void {
    this.parts = '';
    this.isReading = false;
    this.isAid = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.isAid = true;
    else if (name === 't') this.isReading = !this.isAid;
  }

  add(text: string): void {
    if (this.isReading) this.parts += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.isAid = false;
    else if (name === 't') this.isReading = false;
  }

  end(): string {
    const text = unescaped(this.parts);
    this.begin();
    return text;
  }
}

/** The text that a spreadsheet shows for a stored one. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
