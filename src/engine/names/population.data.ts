/**
 * Shares of surnames among the Kinh, in per cent: Lê Trung Hoa (2005), as quoted in public summaries; the tail and the rarer names are round own estimates.
 * Used for rarity only, so a factor of two does no harm; the register corrects it.
 */
export const SURNAME_SHARES: Readonly<Record<string, number>> = {
  nguyen: 33, tran: 10.5, le: 8.8, pham: 6.8, hoang: 3.5, huynh: 2.2, phan: 4.2, vu: 2.6, vo: 2.4, dang: 2.1, bui: 2.1, do: 1.5, ho: 1.6, ngo: 1.3, duong: 1.1, ly: 0.6, truong: 1.6, dinh: 0.9, doan: 0.7, lam: 0.6, mai: 0.6, trinh: 0.6, dao: 0.6, luong: 0.5,
  ha: 0.5, cao: 0.5, chau: 0.2, ta: 0.3, to: 0.3, thai: 0.3, phung: 0.3, vuong: 0.3, luu: 0.3, quach: 0.2, thach: 0.15, kieu: 0.1, nong: 0.15, ton: 0.1, la: 0.1, tang: 0.1, tong: 0.15, chu: 0.2, van: 0.1, nghiem: 0.1, tu: 0.1, lai: 0.1, han: 0.05, kim: 0.1, quang: 0.05, mac: 0.05, hua: 0.1, au: 0.05, giang: 0.05, khuc: 0.03, trieu: 0.1, tieu: 0.03, ninh: 0.05, dam: 0.1, than: 0.05, thieu: 0.02, bach: 0.05, ung: 0.01, vi: 0.05, lo: 0.1, quan: 0.05, hong: 0.02, dong: 0.05, diep: 0.05, be: 0.03, cam: 0.03, ma: 0.05, sung: 0.03, giap: 0.02, phi: 0.02, khong: 0.02, an: 0.02, tri: 0.01, ong: 0.02, viet: 0.01,
};
/** Words that stand in the middle far more often than anywhere else; leaving them out or adding them is the commonest slip. Share of middle words, per cent. */
export const MIDDLE_SHARES: Readonly<Record<string, number>> = {
  thi: 20, van: 8, thanh: 4, minh: 3.5, ngoc: 3.5, duc: 3, xuan: 2.5, huu: 2, quoc: 2, dinh: 1.5, hong: 2, thu: 2, kim: 1.5, hoang: 2, quang: 2, cong: 1.3, trong: 1, anh: 1.3, tuan: 1, phuong: 1.5, thuy: 1.3, bao: 1, gia: 1, khanh: 0.8, manh: 0.7, viet: 0.7, ba: 0.6, nhat: 0.6, dang: 0.6, tien: 0.8, hai: 0.8, my: 0.7, bich: 0.6, nhu: 0.7, cam: 0.3, tan: 0.4, thai: 0.5, the: 0.4,
};
/** Given names, per cent, both sexes, without marks. Coarse own estimate (no table with a licence was found); names not listed count as rare. */
export const GIVEN_SHARES: Readonly<Record<string, number>> = {
  anh: 3.3, linh: 2, hung: 1.7, huong: 1.8, dung: 1.7, trang: 1.5, tuan: 1.5, hoa: 1.5, thao: 1.3, hai: 1.4, nam: 1.2, minh: 1.6, son: 1, long: 1, ha: 1.4, huyen: 1.1, thanh: 1.6, ngoc: 1.6, phuong: 2.2, lan: 1.1, mai: 1, thuy: 1.8, hang: 1, hien: 1.1, nga: 0.8, hieu: 1, thang: 0.8, cuong: 0.9, duc: 0.8, trung: 0.9, hoang: 0.9, huy: 1, quan: 0.8,
  phong: 0.8, tung: 0.7, khanh: 0.8, duong: 0.9, kien: 0.6, quang: 0.6, dat: 0.7, binh: 0.9, tam: 0.9, thinh: 0.4, phuc: 0.7, toan: 0.5, khoa: 0.5, tu: 0.8, vinh: 0.5, loc: 0.4, tai: 0.5, tien: 0.8, viet: 0.5, lam: 0.5, nghia: 0.5, an: 0.8, dong: 0.4, chi: 0.7, van: 0.9, yen: 0.8, oanh: 0.5, nhung: 0.7, hanh: 0.8, lien: 0.6, loan: 0.6, thu: 1, hong: 0.8, chau: 0.4, diep: 0.3, giang: 0.8,
  ngan: 0.7, nhi: 0.7, nhu: 0.5, quynh: 0.6, my: 0.8, ly: 0.6, vy: 0.5, vi: 0.3, tram: 0.4, uyen: 0.4, xuan: 0.4, tuyet: 0.4, trinh: 0.4, nhan: 0.5, tri: 0.4, bao: 0.5, duy: 0.5, sang: 0.3, thuan: 0.4, tho: 0.3, thuong: 0.4, ninh: 0.2, chien: 0.4, cong: 0.3, quyen: 0.4, khang: 0.3, nguyen: 0.5, nhat: 0.4, phat: 0.3, phu: 0.4, quoc: 0.3, quy: 0.5, tan: 0.4, the: 0.2, thien: 0.4, truong: 0.4, vu: 0.5, vuong: 0.3, chung: 0.3, sinh: 0.2, thoa: 0.2, duyen: 0.4, hue: 0.4, kieu: 0.3, le: 0.3, bich: 0.3, cuc: 0.2, dao: 0.3, danh: 0.2, luong: 0.2, loi: 0.3, hau: 0.3, hoai: 0.3, tinh: 0.3, tuyen: 0.3, han: 0.3, men: 0.1, thi: 0.2, trong: 0.2, chinh: 0.3, bac: 0.1, tham: 0.2,
};
