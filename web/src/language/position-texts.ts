/** What is said of a position on the map and of the way there, in Vietnamese. */
export const positionVi = {
  openInMaps: 'Mở ứng dụng bản đồ',
  positionIsOf: {
    STREET: 'Vị trí trên bản đồ là của đường phố, chưa phải của tòa nhà. Hãy gọi trước khi đến:',
    COMMUNE: 'Vị trí trên bản đồ là của xã, phường. Hãy gọi trước khi đến:',
    DISTRICT: 'Vị trí trên bản đồ là của quận, huyện cũ. Hãy gọi trước khi đến:',
    PROVINCE: 'Vị trí trên bản đồ là của tỉnh, thành phố. Hãy gọi trước khi đến:',
  },
  positionUnsure: 'Chưa biết vị trí của tòa nhà. Hãy gọi trước khi đến:',
  position: 'Vị trí trên bản đồ',
  precisions: {
    BUILDING: 'Vị trí chính xác tới tòa nhà',
    STREET: 'Vị trí gần đúng: trên cùng đường phố',
    COMMUNE: 'Vị trí gần đúng: tâm phường/xã',
    DISTRICT: 'Vị trí gần đúng: tâm quận/huyện cũ',
    PROVINCE: 'Vị trí rất sơ lược: tâm tỉnh/thành phố',
  },
  precisionUnknown: 'Không rõ độ chính xác của vị trí',
  noPosition: 'Chưa có vị trí. Hãy dùng địa chỉ.',
};

/** The same in English. */
export const positionEn: typeof positionVi = {
  openInMaps: 'Open in maps app',
  positionIsOf: {
    STREET: 'The position on the map is that of the street, not of the building. Call before you go:',
    COMMUNE: 'The position on the map is that of the commune. Call before you go:',
    DISTRICT: 'The position on the map is that of the former district. Call before you go:',
    PROVINCE: 'The position on the map is that of the province. Call before you go:',
  },
  positionUnsure: 'The position of the building is not known. Call before you go:',
  position: 'Position on the map',
  precisions: {
    BUILDING: 'Exact: the building',
    STREET: 'Approximate: the same street',
    COMMUNE: 'Approximate: centre of the commune',
    DISTRICT: 'Approximate: centre of the former district',
    PROVINCE: 'Very rough: centre of the province or city',
  },
  precisionUnknown: 'The precision of the position is not known',
  noPosition: 'No position yet. Use the address.',
};
