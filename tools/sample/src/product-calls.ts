import { createHash } from 'node:crypto';

/** What is used of the API's client. */
export interface Api {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown, key: string): Promise<T>;
  upload<T>(path: string, fields: Readonly<Record<string, string>>, file: File, key: string): Promise<T>;
}

/** An import as the API tells of it. */
export interface Import {
  readonly id: string;
  readonly state:
    'received' | 'waiting' | 'reading' | 'applying' | 'completed' | 'rejected' | 'cancelled' | 'failed';
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly sha256: string;
  readonly rows: { readonly read: number; readonly bad: number; readonly inserted: number };
}

/** A ledger in a file, and for which campaign it is brought. */
export interface LedgerFile {
  readonly campaignCode: string;
  readonly file: File;
}

export type Monthly = 'editions' | 'assessments';

/** How the edition or the assessment of a month stands. */
interface MonthStanding {
  readonly month: string;
  readonly state: string;
}

/** Every call that the first start makes. */
export class ProductCalls {
  private readonly api: Api;

  constructor(api: Api) {
    this.api = api;
  }

  /** Earlier imports of the very same file, however they ended. */
  async importsOf(file: File): Promise<readonly Import[]> {
    const sha256 = createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex');
    const { items } = await this.api.get<{ items: readonly Import[] }>('/hazards/imports?limit=100');
    return items.filter((earlier) => earlier.sha256 === sha256);
  }

  /** Brings a ledger of major hazards with its own past; all of it, or nothing. */
  startImport({ campaignCode, file }: LedgerFile, key: string): Promise<Import> {
    const fields = { campaignCode, ledger: 'major', mode: 'allOrNothing', history: 'true' };
    return this.api.upload('/hazards/imports', fields, file, key);
  }

  readImport(id: string): Promise<Import> {
    return this.api.get(`/hazards/imports/${id}`);
  }

  /** Asks for the edition or the assessment of a month; however often it is asked for, there is one. */
  async request(what: Monthly, campaignCode: string, month: string, key: string): Promise<void> {
    await this.api.post(`/${what}`, { campaignCode, month }, key);
  }

  /** Whether the month's edition or assessment, which was asked for, is public. */
  async isPublished(what: Monthly, campaignCode: string, month: string): Promise<boolean> {
    const standing =
      what === 'editions'
        ? await this.api.get<MonthStanding>(`/editions/${campaignCode}/${month}`)
        : await this.assessment(campaignCode, month);
    return standing?.state === 'published';
  }

  private async assessment(campaignCode: string, month: string): Promise<MonthStanding | undefined> {
    const path = `/assessments?campaignCode=${campaignCode}`;
    const { items } = await this.api.get<{ items: readonly MonthStanding[] }>(path);
    return items.find((item) => item.month === month);
  }
}
