import { type BoundingBoxInput } from '../generated/operations';

/** One island or reef at its true position, in degrees. Its Vietnamese name is used in every language. */
interface Island {
  name: string;
  latitude: number;
  longitude: number;
}

/** An archipelago of Vietnam: where it lies, and its main islands and reefs. */
export interface Archipelago {
  name: 'hoangSa' | 'truongSa';
  box: BoundingBoxInput;
  islands: readonly Island[];
}

const island = (name: string, latitude: number, longitude: number): Island => ({ name, latitude, longitude });

/** Quần đảo Hoàng Sa (Đà Nẵng) and Quần đảo Trường Sa (Khánh Hòa), with their positions from public sea charts. */
export const archipelagos: readonly Archipelago[] = [
  {
    name: 'hoangSa',
    box: { south: 15.7, west: 111.1, north: 17.15, east: 112.85 },
    islands: [
      island('Đảo Hoàng Sa', 16.534, 111.608),
      island('Đảo Hữu Nhật', 16.506, 111.587),
      island('Đảo Duy Mộng', 16.465, 111.741),
      island('Đảo Quang Hòa', 16.451, 111.709),
      island('Đảo Quang Ảnh', 16.449, 111.508),
      island('Đảo Tri Tôn', 15.784, 111.202),
      island('Đảo Bạch Quy', 16.054, 111.762),
      island('Đá Bông Bay', 16.04, 112.507),
      island('Đảo Phú Lâm', 16.834, 112.339),
      island('Đảo Đá', 16.845, 112.351),
      island('Đảo Linh Côn', 16.667, 112.731),
      island('Đảo Cây', 16.979, 112.27),
      island('Đảo Bắc', 16.963, 112.309),
      island('Đảo Trung', 16.954, 112.324),
      island('Đảo Nam', 16.947, 112.334),
    ],
  },
  {
    name: 'truongSa',
    box: { south: 7.8, west: 111.6, north: 11.6, east: 115.95 },
    islands: [
      island('Đảo Trường Sa', 8.645, 111.92),
      island('Đảo Trường Sa Đông', 8.929, 112.349),
      island('Đảo Song Tử Tây', 11.429, 114.332),
      island('Đảo Song Tử Đông', 11.453, 114.354),
      island('Đảo Nam Yết', 10.18, 114.365),
      island('Đảo Sơn Ca', 10.374, 114.478),
      island('Đảo Ba Bình', 10.376, 114.366),
      island('Đảo Sinh Tồn', 9.886, 114.33),
      island('Đảo Sinh Tồn Đông', 9.905, 114.564),
      island('Đảo Phan Vinh', 8.968, 113.703),
      island('Đảo An Bang', 7.89, 112.92),
      island('Đảo Thị Tứ', 11.053, 114.285),
      island('Đảo Bến Lạc', 11.085, 115.021),
      island('Đảo Loại Ta', 10.668, 114.424),
      island('Đảo Vĩnh Viễn', 10.733, 115.802),
      island('Đảo Bình Nguyên', 10.82, 115.833),
      island('Đá Chữ Thập', 9.552, 112.889),
      island('Đá Xu Bi', 10.924, 114.084),
      island('Đá Vành Khăn', 9.905, 115.534),
      island('Đá Gạc Ma', 9.717, 114.287),
      island('Đá Cô Lin', 9.772, 114.253),
      island('Đá Len Đao', 9.78, 114.369),
      island('Đá Tiên Nữ', 8.856, 114.654),
      island('Đá Tốc Tan', 8.812, 113.985),
      island('Đá Núi Le', 8.718, 114.186),
      island('Đá Châu Viên', 8.863, 112.834),
      island('Đá Tây', 8.862, 112.218),
      island('Đá Lát', 8.668, 111.669),
      island('Đá Thuyền Chài', 8.176, 113.311),
      island('Đá Lớn', 10.06, 113.853),
    ],
  },
];
