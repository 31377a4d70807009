/** A provincial department or a central body's office for the province. */
export interface Department {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

const department = (code: string, nameZh: string, nameEn: string): Department => ({ code, nameZh, nameEn });

/** Those that lead or share a field of supervision. */
export const departments: readonly Department[] = [
  department('SX-YJT', '山西省应急管理厅', 'Shanxi Department of Emergency Management'),
  department('SX-ZJT', '山西省住房和城乡建设厅', 'Shanxi Department of Housing and Urban-Rural Development'),
  department('SX-JTT', '山西省交通运输厅', 'Shanxi Department of Transport'),
  department('SX-XFZD', '山西省消防救援总队', 'Shanxi Fire and Rescue Corps'),
  department('SX-NYNCT', '山西省农业农村厅', 'Shanxi Department of Agriculture and Rural Affairs'),
  department('SX-SCJGJ', '山西省市场监督管理局', 'Shanxi Administration for Market Regulation'),
  department('SX-SLT', '山西省水利厅', 'Shanxi Department of Water Resources'),
  department('SX-GXT', '山西省工业和信息化厅', 'Shanxi Department of Industry and Information Technology'),
  department('SX-NYJ', '山西省能源局', 'Shanxi Energy Administration'),
  department('SX-ZRZYT', '山西省自然资源厅', 'Shanxi Department of Natural Resources'),
  department('SX-GAT', '山西省公安厅', 'Shanxi Department of Public Security'),
  department('SX-WLT', '山西省文化和旅游厅', 'Shanxi Department of Culture and Tourism'),
  department('SX-SWT', '山西省商务厅', 'Shanxi Department of Commerce'),
  department(
    'SX-KSJ',
    '国家矿山安全监察局山西局',
    'Shanxi Bureau of the National Mine Safety Administration',
  ),
  department('SX-TLJG', '铁路安全监管机构（山西）', 'Railway safety regulator for Shanxi'),
  department('SX-MHJG', '民航山西安全监督管理局', 'Shanxi Civil Aviation Safety Supervision Administration'),
];
