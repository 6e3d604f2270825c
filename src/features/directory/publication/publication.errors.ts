/** Another import is at work: only one revision can be in the making. */
export class ImportRunningError extends Error {
  constructor(readonly owner: string) {
    super(
      `Another import is running (${owner}); try again when it has ended. / Đang có một lần nhập khác (${owner}); hãy thử lại khi nó kết thúc.`,
    );
    this.name = 'ImportRunningError';
  }
}

/** The import lost its lease: it stood still for so long that another one began. Nothing of it is published. */
export class ImportLeaseLostError extends Error {
  constructor() {
    super(
      'This import stood still too long and another one began; nothing was published. Run it again. / Lần nhập này dừng quá lâu và một lần khác đã bắt đầu; chưa có gì được công bố. Hãy chạy lại.',
    );
    this.name = 'ImportLeaseLostError';
  }
}

/** The revision never was, or is too old to be kept. */
export class NoSuchRevisionError extends Error {
  constructor(readonly number: number) {
    super(
      `Revision ${number} is not on record; \`npm run revisions -- list\` shows those that are. / Không có phiên bản ${number}; \`npm run revisions -- list\` liệt kê các phiên bản hiện có.`,
    );
    this.name = 'NoSuchRevisionError';
  }
}
