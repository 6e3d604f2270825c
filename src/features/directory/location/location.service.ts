import { badInput } from '../../../shared/errors';
import { type Unit, UnitLevel } from '../../geography/unit/unit.entity';
import type { DirectoryRequest } from '../directory-request';
import { responsibleOffice } from '../office/responsible-office';
import { OfficeMatch } from '../office/office.types';
import type { Point } from '../snapshot/geometry.rules';
import type { Location } from './location.types';

type Note = Pick<Location, 'noteVi' | 'noteEn'>;

const NOTES = {
  none: { noteVi: null, noteEn: null },
  noBorders: {
    noteVi:
      'Danh mục này chưa có ranh giới hành chính nên chưa xác định được xã, phường từ một điểm. Hãy tìm xã, phường theo tên (`units(text:)`); trường `office` cho biết cơ quan phụ trách. Đơn vị vận hành bổ sung ranh giới bằng cách nhập tệp `unitBoundaries` (GeoJSON hoặc TopoJSON).',
    noteEn:
      'This directory holds no borders of units, so a point does not tell the commune. Find the commune by its name (`units(text:)`): its field `office` tells who is responsible. The operator adds borders by importing `unitBoundaries` (GeoJSON or TopoJSON).',
  },
  outside: {
    noteVi: 'Điểm này không nằm trong xã, phường, tỉnh nào của danh mục: trên biển hoặc ngoài Việt Nam.',
    noteEn: 'This point lies in no commune or province of the directory: at sea, or outside Vietnam.',
  },
  provinceOnly: {
    noteVi:
      'Chưa có thông tin cơ quan BHXH cơ sở phụ trách xã, phường này; đây là cơ quan BHXH cấp tỉnh, nơi có thể hướng dẫn bạn.',
    noteEn:
      'Which local office serves this commune is not on record; this is the office of the province, which can direct you.',
  },
  noOffice: {
    noteVi: 'Chưa có thông tin cơ quan BHXH phụ trách nơi này.',
    noteEn: 'No office responsible for this place is on record.',
  },
} as const satisfies Record<string, Note>;

/**
 * In which units the point lies, and which office is responsible there. A commune decides the province: areas of
 * provinces are coarser, and most leave out the small islands of Quần đảo Hoàng Sa and Quần đảo Trường Sa.
 */
export async function locate(point: Point, directory: DirectoryRequest): Promise<Location> {
  const { units, communes, provinces } = directory.snapshot.geography;
  const holding = (index: typeof communes): Unit[] =>
    index.locate(point.longitude, point.latitude).flatMap((key) => units.get(key) ?? []);
  const province = holding(provinces)[0] ?? null;
  const inCommunes = holding(communes);
  const commune = inCommunes.find((unit) => units.province(unit) === province) ?? inCommunes[0] ?? null;
  const unit = commune ?? province;
  const found = { commune, province: (commune && units.province(commune)) ?? province };
  if (!unit) {
    const note = communes.size + provinces.size === 0 ? NOTES.noBorders : NOTES.outside;
    return { ...found, office: null, officeMatch: null, ...note };
  }
  return { ...found, ...(await officeOf(unit, directory)) };
}

/**
 * The office responsible for what a unit has become, old or new; `code` is read on the day `asOf`, without one as the unit
 * of today, or else the one that ended last. Throws BAD_USER_INPUT for a code that no unit has.
 */
export async function officeFor(code: string, asOf: string | null, directory: DirectoryRequest): Promise<Location> {
  const { units } = directory.snapshot.geography;
  const unit = units.find(code, asOf ?? undefined);
  if (!unit) {
    throw badInput('unit', {
      en: `No administrative unit has the code ${JSON.stringify(code)}${asOf === null ? '' : ` on ${asOf}`}; \`units(text:)\` finds codes by name.`,
      vi: `Không có đơn vị hành chính nào mang mã ${JSON.stringify(code)}${asOf === null ? '' : ` vào ngày ${asOf}`}; hãy tìm mã theo tên bằng \`units(text:)\`.`,
    });
  }
  return officeForUnit(unit, directory);
}

/** The office responsible for what a unit has become, old or new. */
export async function officeForUnit(unit: Unit, directory: DirectoryRequest): Promise<Location> {
  const commune = unit.level === UnitLevel.COMMUNE ? unit : null;
  const province = directory.snapshot.geography.units.province(unit) ?? null;
  return { commune, province, ...(await officeOf(unit, directory)) };
}

async function officeOf(
  unit: Unit,
  directory: DirectoryRequest,
): Promise<Pick<Location, 'office' | 'officeMatch' | 'noteVi' | 'noteEn'>> {
  const { office, match } = await responsibleOffice(unit, directory);
  const note = office === null ? NOTES.noOffice : match === OfficeMatch.PROVINCE ? NOTES.provinceOnly : NOTES.none;
  return { office, officeMatch: match, ...note };
}
