/** 卷: one title and edition, of one file or several. */
export interface VolumeInfo {
  readonly title: string;
  /** `内蒙古年鉴 2023卷`; the title alone when there is no edition. */
  readonly name: string;
  readonly edition: number | null;
  /** The year reported on: edition − 1 unless the manifest says otherwise. */
  readonly year: number | null;
  readonly region: string | null;
}
