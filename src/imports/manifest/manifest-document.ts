import {
  findNodeAtLocation,
  getNodePath,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { type BilingualMessage } from '../../shared/errors';
import { type ImportIssue, type IssuePlace, NOWHERE, shownValue } from '../report/issue';

/** Path to a value within the manifest. */
export type ManifestPath = readonly (string | number)[];

/** The text of a manifest with the places of its values, so that every fault can say its line. */
export class ManifestDocument {
  readonly root: Node | undefined;
  private readonly errors: ParseError[] = [];
  private readonly lineStarts: number[] = [0];

  constructor(
    private readonly fileName: string,
    private readonly text: string,
  ) {
    this.root = parseTree(text, this.errors, { disallowComments: true, allowTrailingComma: false });
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
  }

  /** Faults of the JSON itself: its first syntax fault, or else every name that an object holds twice. */
  syntaxFaults(): ImportIssue[] {
    const first = this.errors[0];
    if (first) return [this.syntaxFault(first)];
    return this.root ? this.repeatedNames(this.root) : [this.syntaxFault({ error: 4, offset: 0, length: 0 })];
  }

  /** A fault of the value at `path`, or of the nearest value around it when there is none. */
  fault(path: ManifestPath, code: string, message: BilingualMessage, mend: BilingualMessage): ImportIssue {
    return this.issue('FAULT', code, message, mend, this.placeOf(path));
  }

  private placeOf(path: ManifestPath): IssuePlace {
    let node: Node | undefined;
    for (let length = path.length; !node && this.root && length >= 0; length--) {
      node = findNodeAtLocation(this.root, path.slice(0, length));
    }
    const exact = this.root && findNodeAtLocation(this.root, [...path]);
    const value = exact && exact.value !== undefined ? shownValue(String(exact.value)) : null;
    return { ...this.position(node?.offset ?? 0), column: shownPath(path), value };
  }

  private position(offset: number): IssuePlace {
    let line = 0;
    while (line + 1 < this.lineStarts.length && (this.lineStarts[line + 1] ?? 0) <= offset) line++;
    return { ...NOWHERE, file: this.fileName, line: line + 1, cell: offset - (this.lineStarts[line] ?? 0) + 1 };
  }

  private issue(
    severity: 'FAULT',
    code: string,
    message: BilingualMessage,
    mend: BilingualMessage,
    place: IssuePlace,
  ): ImportIssue {
    return { ...place, severity, code, message, mend, record: null };
  }

  private syntaxFault(error: ParseError): ImportIssue {
    const what = printParseErrorCode(error.error);
    const place = {
      ...this.position(error.offset),
      value: shownValue(this.text.slice(error.offset, error.offset + 20)),
    };
    return this.issue(
      'FAULT',
      'MANIFEST_NOT_JSON',
      { en: `the manifest is not valid JSON (${what})`, vi: `tệp kê khai không phải JSON hợp lệ (${what})` },
      {
        en: 'Correct the JSON at this line and column; comments and trailing commas are not allowed.',
        vi: 'Sửa JSON tại dòng và cột này; không dùng chú thích hay dấu phẩy thừa.',
      },
      place,
    );
  }

  private repeatedNames(node: Node): ImportIssue[] {
    const found: ImportIssue[] = [];
    const seen = new Set<string>();
    for (const child of node.children ?? []) {
      const name: unknown = child.type === 'property' ? child.children?.[0]?.value : undefined;
      if (typeof name === 'string') {
        if (seen.has(name)) found.push(this.repeatedName(child, name));
        seen.add(name);
      }
      found.push(...this.repeatedNames(child));
    }
    return found;
  }

  private repeatedName(property: Node, name: string): ImportIssue {
    const place = {
      ...this.position(property.offset),
      column: shownPath(getNodePath(property.children?.[1] ?? property)),
      value: shownValue(name),
    };
    return this.issue(
      'FAULT',
      'MANIFEST_NAME_TWICE',
      { en: `"${name}" stands twice in the same object`, vi: `"${name}" xuất hiện hai lần trong cùng một đối tượng` },
      { en: 'Remove one of the two.', vi: 'Xóa một trong hai.' },
      place,
    );
  }
}

/** A path as people write it: `files[3].columns.code`. */
function shownPath(path: ManifestPath): string {
  return path.reduce<string>((shown, step) => {
    if (typeof step === 'number') return `${shown}[${step}]`;
    return shown === '' ? step : `${shown}.${step}`;
  }, '');
}
