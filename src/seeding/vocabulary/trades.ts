/** A line of business: how a firm's name says it, and its industry (section and division of the Vietnamese VSIC 2018). */
export interface Trade {
  readonly name: string;
  readonly industry: string;
}

const TRADE_LINES = `
A01 Nông nghiệp|Nông sản|Giống cây trồng|Chăn nuôi|Rau củ quả|Cà phê|Hồ tiêu|Cao su
A02 Lâm nghiệp|Trồng rừng
A03 Thủy sản|Nuôi trồng thủy sản|Hải sản
B08 Khai thác đá|Khoáng sản
C10 Thực phẩm|Chế biến thủy sản|Bánh kẹo|Chế biến nông sản|Thức ăn chăn nuôi|Đường
C11 Nước giải khát|Nước khoáng|Rượu bia
C13 Dệt|Dệt nhuộm|Sợi
C14 May mặc|May xuất khẩu|Thời trang
C15 Giày da|Giày xuất khẩu|Túi xách
C16 Chế biến gỗ|Gỗ ép
C17 Giấy|Bao bì giấy
C18 In|In và bao bì
C20 Hóa chất|Sơn|Phân bón|Hóa mỹ phẩm
C21 Dược phẩm|Dược liệu
C22 Nhựa|Bao bì nhựa|Cao su kỹ thuật
C23 Vật liệu xây dựng|Gạch ngói|Bê tông|Gốm sứ|Xi măng
C24 Thép|Luyện kim|Đúc
C25 Cơ khí|Cơ khí chính xác|Kết cấu thép|Khuôn mẫu|Nhôm kính
C26 Điện tử|Linh kiện điện tử|Thiết bị viễn thông
C27 Thiết bị điện|Dây và cáp điện|Chiếu sáng
C28 Chế tạo máy|Máy công nghiệp|Thang máy
C29 Phụ tùng ô tô|Ô tô
C30 Đóng tàu|Phụ tùng xe máy
C31 Nội thất|Đồ gỗ|Sản xuất đồ gỗ xuất khẩu
C32 Dụng cụ y tế|Đồ chơi|Trang sức
D35 Điện lực|Năng lượng mặt trời|Năng lượng|Khí công nghiệp
E36 Cấp nước|Nước sạch
E38 Môi trường|Tái chế|Môi trường đô thị
F41 Xây dựng|Xây dựng dân dụng|Đầu tư Xây dựng
F42 Xây dựng công trình giao thông|Cầu đường|Xây dựng thủy lợi
F43 Xây lắp|Cơ điện lạnh|Xây lắp điện|Trang trí nội thất|Xử lý nền móng
G45 Ô tô và xe máy|Phụ tùng
G46 Thương mại|Xuất nhập khẩu|Phân phối|Vật tư nông nghiệp|Vật tư y tế|Xăng dầu|Thiết bị công nghiệp|Lương thực
G47 Siêu thị|Bách hóa|Điện máy|Nhà thuốc|Vàng bạc đá quý
H49 Vận tải|Vận tải hành khách|Vận tải hàng hóa|Taxi
H50 Vận tải biển|Vận tải thủy
H52 Giao nhận|Kho vận|Cảng|Tiếp vận
H53 Chuyển phát nhanh
I55 Khách sạn|Khu nghỉ dưỡng
I56 Nhà hàng|Ẩm thực|Suất ăn công nghiệp
J58 Phần mềm
J60 Truyền thông
J61 Viễn thông
J62 Công nghệ|Công nghệ thông tin|Giải pháp số|Tin học
K64 Đầu tư|Đầu tư Tài chính
K66 Dịch vụ bảo hiểm
L68 Bất động sản|Địa ốc|Phát triển nhà|Hạ tầng khu công nghiệp
M69 Kế toán|Luật|Kiểm toán|Tư vấn thuế
M70 Tư vấn quản lý|Tư vấn Đầu tư
M71 Tư vấn xây dựng|Kiến trúc|Đo đạc bản đồ|Thiết kế xây dựng|Kiểm định
M73 Quảng cáo|Tổ chức sự kiện
M75 Thú y
N77 Cho thuê thiết bị
N78 Cung ứng lao động|Nhân lực
N79 Du lịch|Lữ hành
N80 Bảo vệ
N81 Vệ sinh công nghiệp|Cây xanh
P85 Giáo dục|Đào tạo|Ngoại ngữ
Q86 Y tế|Nha khoa
R93 Thể thao|Giải trí
S95 Sửa chữa điện lạnh
S96 Thẩm mỹ|Dịch vụ tang lễ|Giặt là
`;

/** All lines of business. */
export const TRADES: readonly Trade[] = TRADE_LINES.trim()
  .split('\n')
  .flatMap((line) =>
    line
      .slice(4)
      .split('|')
      .map((name) => ({ name, industry: line.slice(0, 3) })),
  );

/** Trades of people who run a business in their own name. */
export const SOLE_TRADES: readonly Trade[] = [
  { name: 'Tạp hóa', industry: 'G47' },
  { name: 'Quán ăn', industry: 'I56' },
  { name: 'Cà phê', industry: 'I56' },
  { name: 'Nhà nghỉ', industry: 'I55' },
  { name: 'Nhà thuốc', industry: 'G47' },
  { name: 'Sửa xe', industry: 'G45' },
  { name: 'Cắt tóc', industry: 'S96' },
  { name: 'May đo', industry: 'C14' },
  { name: 'Cơ khí', industry: 'C25' },
  { name: 'Vật liệu xây dựng', industry: 'G47' },
  { name: 'Đồ gỗ', industry: 'C31' },
  { name: 'Bánh mì', industry: 'C10' },
];
