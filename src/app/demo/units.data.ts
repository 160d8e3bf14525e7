import type { UnitRow } from '#modules/org/index.ts';
import type { DemoUnit } from './shapes.ts';

/**
 * Tỉnh Mẫu as it stands after the reforms of 2025: departments merged on 1/3, no district police since 1/3, no districts since 1/7.
 * Nothing here exists; office lines are of the block 0233 555 0xxx.
 */
export const UNITS: readonly DemoUnit[] = [
  ['MAU', 'Tỉnh Mẫu', 'province', '', '1997-01-01'],
  ['TU', 'Tỉnh ủy Mẫu', 'party', 'MAU', '1997-01-01', '0233 555 0101'],
  ['VPTU', 'Văn phòng Tỉnh ủy', 'party', 'TU', '1997-01-01', '0233 555 0102'],
  ['BTCTU', 'Ban Tổ chức Tỉnh ủy', 'party', 'TU', '1997-01-01', '0233 555 0103'],
  ['BTGDV', 'Ban Tuyên giáo và Dân vận Tỉnh ủy', 'party', 'TU', '2025-02-01', '0233 555 0104'],
  ['HDND', 'Hội đồng nhân dân tỉnh Mẫu', 'committee', 'MAU', '1997-01-01', '0233 555 0105'],
  ['UBND', 'UBND tỉnh Mẫu', 'committee', 'MAU', '1997-01-01', '0233 555 0106'],
  ['VPUB', 'Văn phòng UBND tỉnh Mẫu', 'department', 'UBND', '1997-01-01', '0233 555 0107'],
  ['MTTQ', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Mẫu', 'front', 'MAU', '1997-01-01', '0233 555 0108'],
  ['TD', 'Tỉnh đoàn Mẫu', 'front', 'MTTQ', '1997-01-01', '0233 555 0109'],

  ['SNV', 'Sở Nội vụ', 'department', 'UBND', '1997-01-01', '0233 555 0201'],
  ['STP', 'Sở Tư pháp', 'department', 'UBND', '1997-01-01', '0233 555 0202'],
  ['STC', 'Sở Tài chính', 'department', 'UBND', '1997-01-01', '0233 555 0203'],
  ['SCT', 'Sở Công Thương', 'department', 'UBND', '2008-04-01', '0233 555 0204'],
  ['SNNMT', 'Sở Nông nghiệp và Môi trường', 'department', 'UBND', '2025-03-01', '0233 555 0205'],
  ['SXD', 'Sở Xây dựng', 'department', 'UBND', '1997-01-01', '0233 555 0206'],
  ['SKHCN', 'Sở Khoa học và Công nghệ', 'department', 'UBND', '1997-01-01', '0233 555 0207'],
  ['SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', 'department', 'UBND', '2008-04-01', '0233 555 0208'],
  ['SGDDT', 'Sở Giáo dục và Đào tạo', 'department', 'UBND', '1997-01-01', '0233 555 0209'],
  ['SYT', 'Sở Y tế', 'department', 'UBND', '1997-01-01', '0233 555 0210'],
  ['SDTTG', 'Sở Dân tộc và Tôn giáo', 'department', 'UBND', '2025-03-01', '0233 555 0211'],
  ['TTT', 'Thanh tra tỉnh Mẫu', 'department', 'UBND', '1997-01-01', '0233 555 0212'],

  ['SXD-DT', 'Phòng Quản lý đô thị', 'division', 'SXD', '2025-03-01'],
  ['SXD-VT', 'Phòng Vận tải và An toàn giao thông', 'division', 'SXD', '2025-03-01'],
  ['STC-NS', 'Phòng Quản lý ngân sách', 'division', 'STC', '2025-03-01'],
  ['SNV-CC', 'Phòng Công chức, viên chức', 'division', 'SNV', '2025-03-01'],
  ['SCT-NL', 'Phòng Quản lý năng lượng', 'division', 'SCT', '2016-01-01'],
  ['SNNMT-KL', 'Chi cục Kiểm lâm', 'service', 'SNNMT', '2025-03-01', '0233 555 0220'],
  ['SGDDT-TC', 'Phòng Tổ chức cán bộ', 'division', 'SGDDT', '1997-01-01'],
  ['SYT-NV', 'Phòng Nghiệp vụ', 'division', 'SYT', '2025-03-01'],

  ['CAT', 'Công an tỉnh Mẫu', 'police', 'MAU', '1997-01-01', '0233 555 0300'],
  ['PA05', 'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao', 'division', 'CAT', '2020-02-01', '0233 555 0305'],
  ['PC01', 'Văn phòng Cơ quan Cảnh sát điều tra', 'division', 'CAT', '1997-01-01', '0233 555 0311'],
  ['PC02', 'Phòng Cảnh sát hình sự', 'division', 'CAT', '1997-01-01', '0233 555 0312'],
  ['PC06', 'Phòng Cảnh sát quản lý hành chính về trật tự xã hội', 'division', 'CAT', '1997-01-01', '0233 555 0316'],
  ['PX01', 'Phòng Tổ chức cán bộ Công an tỉnh', 'division', 'CAT', '1997-01-01', '0233 555 0321'],
  ['CA-BENMAU', 'Công an phường Bến Mẫu', 'police', 'CAT', '2025-07-01', '0233 555 0331'],
  ['CA-CHOMOI', 'Công an phường Chợ Mới', 'police', 'CAT', '2025-07-01', '0233 555 0332'],
  ['CA-CAUDA', 'Công an xã Cầu Đá', 'police', 'CAT', '2025-07-01', '0233 555 0333'],
  ['CA-SUOIMAY', 'Công an xã Suối Mây', 'police', 'CAT', '2025-07-01', '0233 555 0334'],

  ['TTCDS', 'Trung tâm Chuyển đổi số', 'service', 'SKHCN', '2025-03-01', '0233 555 0401'],
  ['TTHCC', 'Trung tâm Phục vụ hành chính công tỉnh Mẫu', 'service', 'VPUB', '2018-01-01', '0233 555 0402'],
  ['THPT-BENMAU', 'Trường THPT Bến Mẫu', 'service', 'SGDDT', '1997-01-01', '0233 555 0411'],
  ['THPT-CHUYEN', 'Trường THPT chuyên Mẫu', 'service', 'SGDDT', '1997-01-01', '0233 555 0412'],
  ['THPT-DOITHONG', 'Trường THPT Đồi Thông', 'service', 'SGDDT', '2001-08-01', '0233 555 0413'],
  ['DTNT', 'Trường Phổ thông dân tộc nội trú tỉnh Mẫu', 'service', 'SGDDT', '1997-01-01', '0233 555 0414'],
  ['CDMAU', 'Trường Cao đẳng Mẫu', 'service', 'UBND', '2006-01-01', '0233 555 0415'],
  ['THCS-CAUDA', 'Trường THCS Cầu Đá', 'service', 'UB-CAUDA', '2025-07-01', '0233 555 0416'],
  ['TH-CHOMOI', 'Trường Tiểu học Chợ Mới', 'service', 'UB-CHOMOI', '2025-07-01', '0233 555 0417'],
  ['MN-SONGLUA', 'Trường Mầm non Sông Lụa', 'service', 'UB-SONGLUA', '2025-07-01', '0233 555 0418'],
  ['BVMAU', 'Bệnh viện Đa khoa tỉnh Mẫu', 'service', 'SYT', '1997-01-01', '0233 555 0421'],
  ['CDC', 'Trung tâm Kiểm soát bệnh tật tỉnh Mẫu', 'service', 'SYT', '2019-01-01', '0233 555 0422'],
  ['TTGD', 'Trung tâm Giám định y khoa', 'service', 'SYT', '2005-01-01', '0233 555 0423'],
  ['VHXH-DOITHONG', 'Phòng Văn hóa - Xã hội xã Đồi Thông', 'division', 'UB-DOITHONG', '2025-07-01'],
];

const MARCH = '2025-02-28';
const JUNE = '2025-06-30';
const into = (code: string): Pick<UnitRow, 'change' | 'successors'> => ({ change: 'merge', successors: [{ code }] });

/** Units that ended, and what followed them: a dispatch of 2024 must still find who answers for it today. */
export const FORMER_UNITS: readonly UnitRow[] = [
  { code: 'SGTVT', name: 'Sở Giao thông vận tải', kind: 'department', parent: 'UBND', from: '1997-01-01', to: MARCH, ...into('SXD') },
  { code: 'SKHDT', name: 'Sở Kế hoạch và Đầu tư', kind: 'department', parent: 'UBND', from: '1997-01-01', to: MARCH, ...into('STC') },
  { code: 'SLDTBXH', name: 'Sở Lao động - Thương binh và Xã hội', kind: 'department', parent: 'UBND', from: '2008-04-01', to: MARCH, ...into('SNV') },
  { code: 'STTTT', name: 'Sở Thông tin và Truyền thông', kind: 'department', parent: 'UBND', from: '2008-04-01', to: MARCH, ...into('SKHCN') },
  { code: 'STNMT', name: 'Sở Tài nguyên và Môi trường', kind: 'department', parent: 'UBND', from: '2003-08-01', to: MARCH, ...into('SNNMT') },
  { code: 'SNNPTNT', name: 'Sở Nông nghiệp và Phát triển nông thôn', kind: 'department', parent: 'UBND', from: '1997-01-01', to: MARCH, ...into('SNNMT') },

  { code: 'HMT', name: 'Huyện Mẫu Thượng', kind: 'district', parent: 'MAU', from: '1997-01-01', to: JUNE, change: 'split', successors: [{ code: 'DOITHONG' }, { code: 'SUOIMAY' }, { code: 'KHETRUC' }, { code: 'DEOSUONG' }] },
  { code: 'UB-HMT', name: 'UBND huyện Mẫu Thượng', kind: 'committee', parent: 'HMT', from: '1997-01-01', to: JUNE, change: 'split', successors: [{ code: 'UB-DOITHONG' }, { code: 'UB-SUOIMAY' }, { code: 'UB-KHETRUC' }, { code: 'UB-DEOSUONG' }] },
  { code: 'HMG', name: 'Huyện Mẫu Giang', kind: 'district', parent: 'MAU', from: '1999-07-01', to: JUNE, change: 'abolish' },
  { code: 'UB-HMG', name: 'UBND huyện Mẫu Giang', kind: 'committee', parent: 'HMG', from: '1999-07-01', to: JUNE, change: 'abolish' },

  { code: 'DOISIM', name: 'Xã Đồi Sim', kind: 'commune', parent: 'HMT', from: '1997-01-01', to: JUNE, ...into('DOITHONG') },
  { code: 'UB-DOISIM', name: 'UBND xã Đồi Sim', kind: 'committee', parent: 'DOISIM', from: '1997-01-01', to: JUNE, ...into('UB-DOITHONG') },
  { code: 'THONGGIA', name: 'Xã Thông Già', kind: 'commune', parent: 'HMT', from: '1997-01-01', to: JUNE, ...into('DOITHONG') },
  { code: 'UB-THONGGIA', name: 'UBND xã Thông Già', kind: 'committee', parent: 'THONGGIA', from: '1997-01-01', to: JUNE, ...into('UB-DOITHONG') },

  { code: 'BAILAU', name: 'Xã Bãi Lau', kind: 'commune', parent: 'HMG', from: '1999-07-01', to: JUNE, change: 'rename', successors: [{ code: 'BAISAY' }] },
  { code: 'UB-BAILAU', name: 'UBND xã Bãi Lau', kind: 'committee', parent: 'BAILAU', from: '1999-07-01', to: JUNE, change: 'rename', successors: [{ code: 'UB-BAISAY' }] },
];
