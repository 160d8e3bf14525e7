import type { Locale } from '#kernel/context.ts';

/**
 * What an installation starts with; the table `guidance` holds what its administrator made of it (`chinhdanh guidance export|import`).
 * One step a line; what stands after " | " explains it (steps) or is the number to ring (contacts). Nothing here is a figure that could not be verified.
 */
export interface GuidanceDefault { readonly key: string; readonly source: string; readonly texts: Readonly<Record<Locale, string>> }

const DISPATCH = 'Công văn 542/CAT-PA05 ngày 25/3/2022';
const ADVICE = 'Khuyến cáo của công an các tỉnh và Cục An ninh mạng, tổng hợp';

export const GUIDANCE: readonly GuidanceDefault[] = [
  { key: 'steps.stop-evidence', source: DISPATCH, texts: {
    vi: 'Đừng chuyển tiền. Đừng trả lời tin đó.\nGiữ nguyên tin nhắn. | Chụp màn hình. Đừng xóa, đó là bằng chứng.\nBáo công an. | Nói rõ số tài khoản, số điện thoại hoặc trang đã nhắn.\nBáo cho người bị mạo danh và thủ trưởng đơn vị. | Để đồng nghiệp khác được biết.',
    en: 'Do not send money. Do not answer that message.\nKeep the message. | Take a screenshot. Do not delete it: it is evidence.\nTell the police. | Give the account, the number or the page that wrote to you.\nTell the person who is impersonated and the head of your office. | So that colleagues are warned.' } },
  { key: 'steps.stop-denied', source: DISPATCH, texts: {
    vi: 'Đừng chuyển tiền. Đừng trả lời tin đó. | Chính người thật đã nói không phải mình.\nGiữ nguyên tin nhắn. | Chụp màn hình. Đừng xóa, đó là bằng chứng.\nBáo công an. | Nói rõ số tài khoản, số điện thoại hoặc trang đã nhắn.',
    en: 'Do not send money. Do not answer that message. | The real person said that it is not them.\nKeep the message. | Take a screenshot. Do not delete it: it is evidence.\nTell the police. | Give the account, the number or the page that wrote to you.' } },
  { key: 'steps.unverified', source: DISPATCH, texts: {
    vi: 'Chưa chuyển tiền. Chưa đưa mã, chưa bấm liên kết.\nGọi số bạn đã lưu từ trước, hoặc gặp trực tiếp. | Đừng gọi số trong tin. Đừng hỏi lại qua chính trang đã nhắn.\nĐừng tin cuộc gọi hình. | Hình và giọng đều giả được.\nNgười thật nói không phải mình? Báo công an ngay.',
    en: 'Send no money. Give no code. Open no link.\nCall the number you saved before, or meet in person. | Not the number in the message. Do not ask back through the same page.\nDo not trust a video call. | Face and voice can be faked.\nThe real person says it was not them? Tell the police at once.' } },
  { key: 'steps.unverified-quiet', source: ADVICE, texts: {
    vi: 'Chưa phải làm gì. | Tin này chưa xin tiền, chưa xin mã, chưa gửi liên kết.\nNếu lát nữa có, dừng lại và hỏi người thật. | Kẻ xấu hay chào hỏi trước, xin tiền sau.',
    en: 'Nothing to do yet. | This message asks for no money, no code and no link.\nIf it does later, stop and ask the real person. | Criminals often greet first and ask for money afterwards.' } },
  { key: 'steps.unverified-quoted', source: ADVICE, texts: {
    vi: 'Đọc kỹ và nhớ dấu hiệu. | Tin này nói về một cách lừa, chưa đòi gì ở bạn.\nAi nhân đó xin tiền, xin mã, gửi liên kết, dừng lại và hỏi người thật. | Kẻ xấu cũng chép lời cảnh báo để được tin.',
    en: 'Read it and remember the signs. | This text tells of a fraud; it asks you for nothing.\nWhoever uses it to ask for money, a code or a link: stop and ask the real person. | Criminals copy warnings too, to be believed.' } },
  { key: 'steps.genuine-channel', source: ADVICE, texts: {
    vi: 'Gọi lại trước khi chuyển tiền. | Gọi số bạn đã lưu, nghe đúng giọng và hỏi một việc chỉ hai người biết.\nKênh thật vẫn có thể bị chiếm quyền. | Thấy lạ thì dừng lại.\nTiền công thì theo đường công. | Việc cơ quan không chuyển vào tài khoản riêng.',
    en: 'Call back before you send money. | Call the number you saved and ask something only the two of you know.\nA genuine channel can still be taken over. | If anything feels strange, stop.\nOffice money goes the official way. | Never to a private account.' } },
  { key: 'paid.lead', source: ADVICE, texts: {
    vi: 'Bạn không có lỗi. Gọi càng sớm, càng dễ giữ lại tiền.', en: 'It is not your fault. The sooner you call, the better the chance to hold the money.' } },
  { key: 'paid.steps', source: 'https://cafef.vn/cach-lay-lai-tien-da-chuyen-khoan-khi-bi-lua-dung-quy-dinh-phap-luat-18825101912212633.chn', texts: {
    vi: 'Gọi ngay tổng đài ngân hàng của bạn. | Số in ở mặt sau thẻ hoặc trong ứng dụng. Nói: “Tôi bị lừa chuyển khoản, đề nghị tra soát và tạm giữ tiền ở tài khoản nhận.”\nĐọc cho ngân hàng. | Tài khoản của bạn, tài khoản và tên người nhận, số tiền, giờ chuyển, mã giao dịch.\nBáo công an nơi gần nhất hoặc gọi 113. | Mang theo biên lai và ảnh chụp tin nhắn.\nĐừng chuyển thêm để “lấy lại tiền”. | Ai hứa lấy lại tiền có phí đều là lừa tiếp.\nĐổi mật khẩu ngân hàng và mạng xã hội nếu đã đưa mã hoặc bấm liên kết.',
    en: 'Call your own bank now. | The number is on the back of your card or in the app. Say: "I was tricked into a transfer. Please trace it and hold the money at the receiving account."\nRead to the bank. | Your account, the receiver\'s account and name, the amount, the time, the transaction code.\nTell the nearest police or call 113. | Bring the receipt and screenshots.\nDo not send more to "get it back". | Whoever promises that for a fee is the next fraud.\nChange your bank and social network passwords if you gave a code or opened a link.' } },
  { key: 'report.lead', source: DISPATCH, texts: {
    vi: 'Báo cho phòng An ninh mạng (PA05) Công an tỉnh và thủ trưởng đơn vị của bạn.', en: 'Tell the cyber police unit (PA05) of the province and the head of your office.' } },
  { key: 'report.steps', source: DISPATCH, texts: {
    vi: 'Giữ nguyên tin nhắn, đừng xóa. | Chụp màn hình cả tên trang, số, giờ nhắn.\nGhi lại. | Ai bị mạo danh, nhắn qua đâu, số tài khoản nhận tiền, số tiền.\nBáo thủ trưởng đơn vị và PA05. | Đang bị đe dọa hoặc vừa mất tiền thì gọi 113 trước.\nBáo xấu trang đó trên Facebook hoặc Zalo. | Chọn mục giả mạo người khác.',
    en: 'Keep the message, do not delete it. | Screenshot the name, the number and the time.\nWrite down. | Who is impersonated, which channel, which account, how much.\nTell the head of your office and PA05. | If you are threatened or have just lost money, call 113 first.\nReport the page to Facebook or Zalo. | Choose: pretending to be someone.' } },
  { key: 'report.contacts', source: ADVICE, texts: { vi: 'Cảnh sát 113 | 113', en: 'Police 113 | 113' } },
];
