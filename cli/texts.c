/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of the command in two languages, and the choice between them. */
#include "cli.h"

#include <string.h>

static const struct {
  const char *en, *vi;
} texts[] = {
  /* commands */
  { "Keeps and checks ISO 9001 quality systems and administrative procedures of agencies",
    "Lập và kiểm tra hệ thống quản lý chất lượng ISO 9001 và thủ tục hành chính của cơ quan" },
  { "Starts an agency's system from a framework model", "Lập hệ thống mới cho cơ quan từ mô hình khung" },
  { "Checks systems against the model, the framework and the law",
    "Kiểm tra hệ thống theo mô hình dữ liệu, mô hình khung và pháp luật" },
  { "Lists the rules of qms validate", "Liệt kê các quy tắc kiểm tra" },
  { "Explains a rule or the message of an error", "Giải thích một quy tắc hoặc một thông báo lỗi" },
  { "Shows a file or the part at a path", "Xem một tệp hoặc phần nằm ở một đường dẫn" },
  { "Rewrites files in canonical form", "Viết lại tệp theo dạng chuẩn" },
  { "Compares two files item by item", "So sánh hai tệp theo từng mục" },
  { "Converts between XML and JSON", "Chuyển đổi giữa XML và JSON" },
  { "Takes over records of the national portal, processes drawn in BPMN, Word procedures, or tables in CSV",
    "Nhập thủ tục từ Cổng Dịch vụ công quốc gia, quy trình vẽ bằng BPMN, quy trình Word, hoặc bảng CSV" },
  { "Writes procedures for the national portal, as BPMN, as flow charts, all as a web site or as Word documents, or tables as CSV",
    "Xuất thủ tục, quy trình cho Cổng Dịch vụ công quốc gia, dạng BPMN, lưu đồ, cả hệ thống thành trang web hoặc văn bản Word, hoặc bảng CSV" },
  { "Prints the schema of the files", "In lược đồ của tệp dữ liệu" },
  { "Moves a system to another framework model, and forms to those in force",
    "Chuyển hệ thống sang mô hình khung khác, chuyển biểu mẫu sang bộ mẫu đang có hiệu lực" },
  { "Lists, shows and checks framework models", "Liệt kê, xem và kiểm tra mô hình khung" },
  { "Gives the verdict on each agency and each item of the checklist", "Kết luận từng cơ quan theo từng mục kiểm tra" },
  { "form of the verdicts (text)", "dạng bảng kết luận (text)" },
  { "least severity that makes an item not conforming (warning)", "mức thấp nhất làm một mục chưa phù hợp (warning)" },
  { "Shows what answers to each clause and requirement",
    "Cho biết nội dung nào đáp ứng từng điều khoản, từng yêu cầu" },
  { "Shows the ways through procedures and their times against the limits",
    "Cho biết các đường giải quyết của quy trình và thời gian so với thời hạn" },

  /* due */
  { "Works out when a time limit ends, and working time between two moments",
    "Tính hạn giải quyết, thời gian làm việc giữa hai thời điểm" },
  { "moment at which the time begins, such as 2026-02-13T15:30 (now)",
    "thời điểm bắt đầu, ví dụ 2026-02-13T15:30 (lúc này)" },
  { "time limit, such as «5 working days» or «5 ngayLamViec»",
    "thời hạn, ví dụ «5 ngày làm việc» hoặc «5 ngayLamViec»" },
  { "working time up to then; with a limit, what is left of it then",
    "thời gian làm việc đến lúc đó; nếu có thời hạn thì là thời gian còn lại lúc đó" },
  { "--duration and --same-day exclude each other", "chỉ dùng một trong hai: --duration hoặc --same-day" },
  { "one of --duration, --same-day and --until is needed",
    "cần một trong các tùy chọn --duration, --same-day, --until" },
  { "worked instead of another day", "làm bù" },
  { "Days off, days worked instead", "Ngày nghỉ, ngày làm bù" },
  { "Weekly days off", "Số ngày nghỉ hằng tuần" },
  { "Not sure: it depends on days that are not confirmed.",
    "Chưa chắc chắn: kết quả phụ thuộc vào ngày chưa được xác nhận." },
  { "Not sure: outside the years that the calendar knows only the week counts, without holidays.",
    "Chưa chắc chắn: ngoài các năm của lịch chỉ tính theo thứ trong tuần, chưa trừ ngày lễ." },
  { "Overdue by", "Quá hạn" },
  { "Left", "Còn lại" },
  { "Start", "Bắt đầu" },
  { "End", "Kết thúc" },
  { "Working time", "Thời gian làm việc" },
  { "%s: %s (%" G_GINT64_FORMAT " minutes)\n", "%s: %s (%" G_GINT64_FORMAT " phút)\n" },

  /* options */
  { "language of messages", "ngôn ngữ của thông báo" },
  { "show this help", "hiện hướng dẫn này" },
  { "show the version", "hiện phiên bản" },
  { "where to write (standard output)", "nơi ghi kết quả (đầu ra chuẩn)" },
  { "where to write; into a directory: a file for each (standard output)",
    "nơi ghi kết quả; nếu là thư mục thì mỗi thủ tục một tệp (đầu ra chuẩn)" },
  { "keep and report what the model does not know", "giữ lại và báo những gì mô hình không có" },
  { "framework model (bkhcn-101-2019), or a file that holds one",
    "mô hình khung (bkhcn-101-2019), hoặc tệp chứa mô hình khung" },
  { "type of the agency, such as ubndCapXa", "loại hình cơ quan, ví dụ ubndCapXa" },
  { "name of the agency", "tên cơ quan" },
  { "framework model to check against (the one the file names)",
    "mô hình khung dùng để kiểm tra (mô hình khung ghi trong tệp)" },
  { "file with accepted findings (boQua) beside those that the systems hold",
    "tệp ghi các phát hiện được chấp nhận (boQua), ngoài những gì hệ thống đã ghi" },
  { "further legal acts, which go before those that qms knows",
    "văn bản pháp luật bổ sung, dùng trước dữ liệu có sẵn của qms" },
  { "day whose law applies, such as 2026-01-31 (today)", "ngày áp dụng pháp luật, ví dụ 2026-01-31 (hôm nay)" },
  { "framework model to move to, or a file that holds one",
    "mô hình khung cần chuyển sang, hoặc tệp chứa mô hình khung" },
  { "move forms to the set in force on that day, such as 2026-01-31",
    "chuyển biểu mẫu sang bộ mẫu có hiệu lực vào ngày này, ví dụ 2026-01-31" },
  { "form of the list of what people have to do (text)", "dạng danh sách việc phải làm (text)" },
  { "form of the report (text)", "dạng báo cáo (text)" },
  { "form of the list (text)", "dạng danh sách (text)" },
  { "form of the differences (text)", "dạng kết quả so sánh (text)" },
  { "form of what is printed; xml is for show (text)", "dạng in ra; xml dành cho show (text)" },
  { "least severity that makes the exit code 1 (error)", "mức thấp nhất làm mã thoát bằng 1 (error)" },
  { "files checked at the same time (one per processor)", "số tệp kiểm tra cùng lúc (mỗi bộ xử lý một tệp)" },
  { "say on standard error which files are done", "báo tệp đã xong ra đầu ra lỗi" },
  { "how many levels to show (1)", "số cấp được hiện (1)" },
  { "rewrite the files instead of printing", "ghi đè tệp thay vì in ra" },
  { "only name the files that are not in canonical form", "chỉ nêu tên các tệp chưa ở dạng chuẩn" },
  { "format of the input (by its first character)", "định dạng đầu vào (theo ký tự đầu tiên)" },
  { "format of the output (by the file's ending)", "định dạng đầu ra (theo đuôi tệp)" },
  { "system to add to; procedures that it has are updated (a new one)",
    "hệ thống nhận thủ tục, quy trình; cái đã có được cập nhật (hệ thống mới)" },
  { "form of what is said about BPMN files and Word documents (text); html: of Word documents only",
    "dạng báo cáo về tệp BPMN và tài liệu Word (text); html: chỉ cho tài liệu Word" },
  { "keep names of persons who signed Word documents", "giữ họ tên người ký trong tài liệu Word" },
  { "--report html is for Word documents", "--report html chỉ dùng cho tài liệu Word" },
  { "table that CSV files hold", "bảng có trong các tệp CSV" },
  { "table that is written as CSV", "bảng cần xuất thành CSV" },
  { "only the procedure of this code or identifier", "chỉ quy trình có mã hoặc định danh này" },
  { "list the ways of each scenario, at most so many (0)",
    "liệt kê các đường của mỗi trường hợp, tối đa chừng này (0)" },
  { "only the procedure of this code", "chỉ thủ tục, quy trình có mã này" },
  { "for whom a BPMN file is written (generic: any modeller)",
    "tệp BPMN dành cho phần mềm nào (generic: mọi phần mềm vẽ)" },
  { "template of Word documents, a shipped one or a .docx", "mẫu văn bản Word: tên mẫu có sẵn hoặc tệp .docx" },
  { "only the Word document of what is there, such as danhGia[DG-1]",
    "chỉ văn bản Word của mục này, ví dụ danhGia[DG-1]" },
  { "all Word documents of a system, and their list, into a directory",
    "mọi văn bản Word của hệ thống kèm danh mục, ghi vào thư mục" },
  { "form of that list (html)", "dạng của danh mục (html)" },
  { "shows the templates that there are", "liệt kê các mẫu có sẵn" },
  { "writes a template as a .docx, to edit it in Word", "ghi mẫu ra tệp .docx để chỉnh sửa bằng Word" },
  { "a site for the agency's own staff: risks, audits, findings as well",
    "trang web nội bộ: thêm rủi ro, đánh giá, kết quả kiểm tra" },
  { "a flow chart on one page, as large as it needs (pages of A4)",
    "lưu đồ trên một trang lớn vừa đủ (mặc định: các trang A4)" },

  /* help */
  { "Usage:", "Cách dùng:" },
  { " [OPTION]…", " [TÙY CHỌN]…" },
  { "Options:", "Tùy chọn:" },
  { "Commands:", "Các lệnh:" },
  { "Agency types:", "Loại hình cơ quan:" },
  { "“qms COMMAND --help” explains a command.", "“qms LỆNH --help” giải thích từng lệnh." },
  { "Exit codes: 0 nothing found that counts, 1 findings, 2 wrong usage or unreadable input, 3 a defect of qms.",
    "Mã thoát: 0 không có phát hiện đáng kể, 1 có phát hiện, 2 dùng sai hoặc không đọc được đầu vào, 3 lỗi của qms." },
  { "See “qms%s%s --help”.\n", "Xem “qms%s%s --help”.\n" },

  /* wrong usage */
  { "something is missing: %s", "còn thiếu: %s" },
  { "too many arguments: «%s»", "thừa tham số: «%s»" },
  { "unknown option «--%s»", "không có tùy chọn «--%s»" },
  { "unknown option «--%s»; did you mean «--%s»?", "không có tùy chọn «--%s»; có phải «--%s»?" },
  { "unknown option «-%c»", "không có tùy chọn «-%c»" },
  { "option --%s needs a value", "tùy chọn --%s cần một giá trị" },
  { "option --%s takes no value", "tùy chọn --%s không nhận giá trị" },
  { "--%s takes %s, not «%s»", "--%s nhận %s, không nhận «%s»" },
  { "the framework «%s» is not for agencies of this type", "mô hình khung «%s» không dành cho loại hình cơ quan này" },
  { "the name of an agency", "tên cơ quan" },
  { "a day of the calendar as YYYY-MM-DD", "ngày có thật theo dạng YYYY-MM-DD" },
  { "the value of --%s is not in UTF-8", "giá trị của --%s không dùng mã UTF-8" },
  { "--%s and --%s exclude each other", "--%s và --%s không dùng cùng nhau" },
  { "--%s needs a file, not standard input", "--%s cần tệp, không dùng được với đầu vào chuẩn" },
  { "several files need --in-place or --check", "nhiều tệp thì cần --in-place hoặc --check" },
  { "the root must be <heThong>", "phần tử gốc phải là <heThong>" },
  { "there is no procedure «%s»", "không có quy trình «%s»" },
  { "there is no command «%s»", "không có lệnh «%s»" },
  { "there is no command «%s»; did you mean «%s»?", "không có lệnh «%s»; có phải «%s»?" },
  { "there is no agency type «%s»; known are: %s", "không có loại hình cơ quan «%s»; các loại hình: %s" },
  { "there is no schema «%s»; known are: xsd, json", "không có lược đồ «%s»; các lược đồ: xsd, json" },
  { "there is no «%s»; known are: list, show, check", "không có «%s»; chỉ có: list, show, check" },
  { "cannot import «%s»; known are: portal, bpmn, docx, csv",
    "không nhập được «%s»; chỉ có: portal, bpmn, docx, csv" },
  { "cannot export «%s»; known are: portal, bpmn, svg, html, docx, csv",
    "không xuất được «%s»; chỉ có: portal, bpmn, svg, html, docx, csv" },
  { "which table? --table %s", "bảng nào? --table %s" },
  { "there is no template «%s»; there are: %s; or name a file that ends with .docx",
    "không có mẫu «%s»; hiện có: %s; hoặc nêu một tệp có đuôi .docx" },
  { "name a template with --template (%s), a procedure with --procedure, or --all",
    "hãy nêu mẫu bằng --template (%s), quy trình bằng --procedure, hoặc dùng --all" },
  { "this file is there already; name another one with -o", "tệp này đã có; hãy nêu tệp khác bằng -o" },
  { "this template is for %s; choose with --node", "mẫu này dành cho %s; hãy chọn bằng --node" },
  { "there is nothing here for the template: it is for %s", "ở đây không có gì cho mẫu này: mẫu dành cho %s" },
  { "%s: %u documents, listed in %s", "%s: %u văn bản, danh mục ở %s" },
  { "cannot make the directory", "không tạo được thư mục" },
  { "here are %u documents: choose one with --procedure or --node, or name a directory that exists with -o",
    "ở đây có %u văn bản: hãy chọn một bằng --procedure hoặc --node, hoặc nêu thư mục đã có bằng -o" },
  { "Word documents need a file or a directory: name it with -o", "văn bản Word cần một tệp hoặc thư mục: nêu bằng -o" },
  { "there is nothing at «%s»", "không có gì ở «%s»" },
  { "a site needs a directory: name it with -o", "trang web cần một thư mục: nêu tên bằng -o" },
  { "cannot be made a directory", "không tạo được thư mục này" },
  { "this file is not of a site that qms has written; choose another directory",
    "tệp này không thuộc trang web do qms tạo; hãy chọn thư mục khác" },

  /* failures */
  { "error: ", "lỗi: " },
  { "at:", "tại:" },
  { "how to fix:", "cách sửa:" },
  { "standard output", "đầu ra chuẩn" },
  { "cannot open the directory: %s", "không mở được thư mục: %s" },
  { "cannot write: %s", "không ghi được: %s" },
  { "no *.xml or *.json file is below this directory", "không có tệp *.xml hay *.json nào trong thư mục này" },
  { "this is XML; records of the portal are JSON", "đây là XML, bản ghi của Cổng là JSON" },
  { "this file is an input and would be replaced; choose another output",
    "tệp này là đầu vào, ghi vào đây sẽ làm mất nó; hãy chọn nơi ghi khác" },
  { "nothing was written", "không ghi gì" },
  { "there is no rule «%s»; did you mean «%s»?", "không có quy tắc «%s»; có phải «%s»?" },
  { "there is no rule «%s»; “qms rules” lists them", "không có quy tắc «%s»; “qms rules” liệt kê các quy tắc" },
  { "nothing is at the path «%s»", "không có gì ở đường dẫn «%s»" },
  { "nothing is at the path «%s»: the root is «%s»", "không có gì ở đường dẫn «%s»: phần tử gốc là «%s»" },
  { "nothing is at the path «%s»: no «%s»", "không có gì ở đường dẫn «%s»: không có «%s»" },
  { "nothing is at the path «%s»: no «%s»; did you mean «%s»?",
    "không có gì ở đường dẫn «%s»: không có «%s», có phải «%s»?" },
  { "there is no administrative procedure with the code «%s»", "không có thủ tục hành chính mang mã «%s»" },
  { "there is no procedure with the code «%s»", "không có quy trình mang mã «%s»" },
  { "the system has no procedures", "hệ thống không có quy trình nào" },
  { "%s: procedure «%s» has no steps and is left out", "%s: quy trình «%s» không có bước nào nên được bỏ qua" },
  { "no procedure has steps", "không quy trình nào có bước" },
  { "a BPMN file holds one procedure, here are %u: name one with --procedure, or a directory that exists with -o",
    "mỗi tệp BPMN chỉ chứa một quy trình, ở đây có %u: hãy chọn một bằng --procedure, hoặc nêu thư mục có sẵn bằng "
    "-o" },
  { "a chart shows one procedure, here are %u: name one with --procedure, or a directory that exists with -o",
    "mỗi lưu đồ vẽ một quy trình, ở đây có %u: hãy chọn một bằng --procedure, hoặc nêu thư mục có sẵn bằng -o" },
  { "the chart has %u pages: name a file with -o, or ask for one large page with --whole",
    "lưu đồ có %u trang: hãy nêu tệp bằng -o, hoặc vẽ trên một trang lớn bằng --whole" },
  { "%s: %u pages, %s-1.svg to %s-%u.svg", "%s: %u trang, từ %s-1.svg đến %s-%u.svg" },
  { "a procedure without a code has no file name", "thủ tục, quy trình không có mã thì không đặt được tên tệp" },
  { "the code «%s» cannot be a file name: only letters, digits, “.”, “-” and “_” can",
    "mã «%s» không dùng làm tên tệp được: chỉ dùng chữ cái không dấu, chữ số, “.”, “-” và “_”" },
  { "two procedures have the code «%s»", "hai thủ tục, quy trình cùng mang mã «%s»" },

  /* results */
  { "What people have to do:", "Việc cơ quan phải làm:" },
  { "Nothing is left to do.", "Không còn việc phải làm." },
  { "took over %zu administrative %s from %d %s", "đã nhập %zu %s từ %d %s" },
  { "took over a process from %d of %d files", "đã nhập quy trình từ %d trên %d tệp" },
  { "took over a procedure from %d of %d files", "đã nhập quy trình từ %d trên %d tệp Word" },
  { "rows: %zu new, %zu changed", "số dòng: %zu mới, %zu thay đổi" },
  { "procedure", "thủ tục hành chính" },
  { "procedures", "thủ tục hành chính" },
  { "file", "tệp" },
  { "files", "tệp" },
  { "error", "lỗi" },
  { "warning", "cảnh báo" },
  { "info", "lưu ý" },
  { "Rule", "Quy tắc" },
  { "Severity", "Mức độ" },
  { "Title", "Nội dung" },
  { "Source", "Căn cứ" },
  { "Sources", "Căn cứ" },
  { "Why", "Vì sao" },
  { "How to fix it", "Cách sửa" },
  { "standard:", "tiêu chuẩn:" },
  { "decision:", "quyết định:" },
  { "based on:", "dựa trên:" },
  { "Requirements:", "Các yêu cầu:" },

  /* qms case */
  { "Follows a dossier through its procedure: who is next, when is it due, is it late",
    "Theo dõi hồ sơ đi qua quy trình: ai xử lý tiếp, khi nào đến hạn, có trễ không" },
  { "Starts a case: receives a dossier for a procedure of a system",
    "Tiếp nhận hồ sơ theo một quy trình của hệ thống" },
  { "Shows where a case stands, who has it, when it is due and whether it is late",
    "Cho biết hồ sơ đang ở đâu, ai xử lý, hạn trả và có trễ không" },
  { "Shows the outcomes of the open steps and where they lead",
    "Cho biết các kết cục của bước đang mở và bước tiếp theo" },
  { "Completes an open step with an outcome; what follows opens",
    "Hoàn thành một bước với một kết cục; mở bước tiếp theo" },
  { "Asks the applicant for a supplement; the clock stops", "Yêu cầu bổ sung hồ sơ; dừng tính thời gian" },
  { "Asks the applicant for a financial duty; the clock stops",
    "Yêu cầu thực hiện nghĩa vụ tài chính; dừng tính thời gian" },
  { "The applicant has answered; the clock runs again", "Người nộp đã bổ sung hoặc đã nộp tiền; tính thời gian tiếp" },
  { "Apologizes and sets a new due time", "Xin lỗi và hẹn lại ngày trả" },
  { "Hands the case over to another agency, which decides from then on", "Chuyển hồ sơ cho cơ quan khác giải quyết" },
  { "Stops handling", "Dừng giải quyết" },
  { "The applicant withdraws", "Người nộp rút hồ sơ" },
  { "Refuses", "Từ chối giải quyết" },
  { "Shows what happened", "Xem nhật ký giải quyết" },
  { "Fills a one-stop form of the case (control slip)", "Lập biểu mẫu một cửa của hồ sơ (phiếu kiểm soát)" },
  { "Verbs:", "Các việc:" },
  { "“qms case VERB --help” shows the options that a verb takes.",
    "“qms case VIỆC --help” cho biết tùy chọn của từng việc." },
  { "administrative procedure, or procedure of the system, by code or identifier",
    "thủ tục hành chính, hoặc quy trình của hệ thống, theo mã hoặc định danh" },
  { "when it happens or is asked, such as 2026-03-02T09:00 (now)", "thời điểm, ví dụ 2026-03-02T09:00 (bây giờ)" },
  { "where to write the case (the file itself; a new one to standard output)",
    "nơi ghi hồ sơ (chính tệp đó; hồ sơ mới thì ra đầu ra chuẩn)" },
  { "code of the case, such as H99.45-260302-0001", "mã số hồ sơ, ví dụ H99.45-260302-0001" },
  { "channel through which the dossier came", "kênh nộp hồ sơ" },
  { "scenario of the procedure", "trường hợp giải quyết của quy trình" },
  { "time limit, such as “5 ngayLamViec” (that of the procedure)",
    "thời hạn, ví dụ “5 ngayLamViec” (thời hạn của quy trình)" },
  { "the result is due on the day of receipt", "trả kết quả trong ngày" },
  { "after a supplement the limit begins anew, or moves (tinhLai)",
    "sau khi bổ sung: tính lại thời hạn từ đầu, hay cộng thêm thời gian đã dừng (tinhLai)" },
  { "applicant; a code will do", "người nộp hồ sơ; có thể chỉ ghi mã" },
  { "what is asked for", "nội dung yêu cầu giải quyết" },
  { "agency where the applicant was helped", "cơ quan hướng dẫn, hỗ trợ người nộp hồ sơ" },
  { "agency where the dossier was received", "cơ quan tiếp nhận hồ sơ" },
  { "agency that decides (that of the system)", "cơ quan có thẩm quyền giải quyết (cơ quan của hệ thống)" },
  { "working calendar, or a file that holds one (vn)", "lịch làm việc, hoặc tệp chứa lịch (vn)" },
  { "step that is done (the one that is open)", "bước đã làm xong (bước đang mở)" },
  { "its outcome (the only one)", "kết cục của bước (kết cục duy nhất)" },
  { "who did it: a position or an account", "người thực hiện: chức vụ hoặc tài khoản" },
  { "reason or note", "lý do, ghi chú" },
  { "the new due time", "hạn trả mới" },
  { "agency that takes over", "cơ quan nhận hồ sơ" },
  { "its code", "mã cơ quan đó" },
  { "which form (kiemSoat)", "biểu mẫu nào (kiemSoat)" },
  { "form of what is shown (text)", "dạng hiển thị (text)" },
  { "working minutes left at which it is due soon (a working day)",
    "còn bao nhiêu phút làm việc thì coi là sắp đến hạn (một ngày làm việc)" },
  { "«%s» is no moment; write it like 2026-03-02T09:00", "«%s» không phải thời điểm; ghi như 2026-03-02T09:00" },
  { "--soon takes a number of working minutes, not «%s»", "--soon nhận số phút làm việc, không phải «%s»" },
  { "this is no case; qms case start makes one", "tệp này không phải hồ sơ giải quyết; qms case start lập hồ sơ mới" },
  { "there is no verb «%s»; did you mean «%s»?", "không có việc «%s»; có phải là «%s»?" },
  { "there is no verb «%s»; “qms case --help” lists them", "không có việc «%s»; “qms case --help” liệt kê các việc" },
  { "working day", "ngày làm việc" },
  { "working days", "ngày làm việc" },
  { "hour", "giờ" },
  { "hours", "giờ" },
  { "minute", "phút" },
  { "minutes", "phút" },
  { "overdue by %s", "quá hạn %s" },
  { "overdue", "quá hạn" },
  { "the case was received only at %s; ask for a later moment (--at)",
    "hồ sơ được tiếp nhận lúc %s; hãy hỏi về thời điểm sau đó (--at)" },
  { "several administrative procedures are handled by «%s»; name one: %s",
    "nhiều thủ tục cùng giải quyết theo «%s»; hãy nêu một: %s" },
  { "this file is a case that has begun and would be replaced; choose another output",
    "tệp này là hồ sơ đã tiếp nhận và sẽ bị ghi đè; hãy chọn tệp khác" },
  { "«%s» is no time limit: it takes no time", "«%s» không phải thời hạn: không có thời gian nào" },
  { "%s left", "còn %s" },
  { "Due", "Hạn" },
  { "days off that this rests on are not confirmed", "hạn này dựa trên ngày nghỉ chưa được xác nhận" },
  { "Clock stopped since", "Dừng tính thời gian từ" },
  { "Case", "Hồ sơ" },
  { "Procedure", "Thủ tục" },
  { "Status", "Trạng thái" },
  { "Received", "Tiếp nhận" },
  { "Open steps", "Bước đang mở" },
  { " the end", " kết thúc" },
  { " no such step «%s»", " không có bước «%s»" },
  { " waits for the other branches", " chờ các nhánh khác" },
};

static int language = QMS_LANG_VI;

/* What the locale variables say, the first that is set counting. */
static int
language_of_locale (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  for (size_t i = 0; i < G_N_ELEMENTS (variables); i++) {
    const char *locale = g_getenv (variables[i]);
    if (locale && *locale)
      return g_str_has_prefix (locale, "en") ? QMS_LANG_EN : QMS_LANG_VI;
  }
  return QMS_LANG_VI;
}

void
cli_set_lang (const char *name)
{
  int chosen = name ? cli_choice ("vi|en", name) : -1;
  language = chosen >= 0 ? chosen : language_of_locale ();
}

int
cli_lang (void)
{
  return language;
}

const char *
cli_text (const char *english)
{
  for (size_t i = 0; language == QMS_LANG_VI && i < G_N_ELEMENTS (texts); i++)
    if (!strcmp (texts[i].en, english))
      return texts[i].vi;
  return english;
}

const char *
cli_severity_name (int severity)
{
  static const char *const names[] = { "info", "info", "warning", "error" };
  return names[CLAMP (severity, 0, QMS_SEVERITY_ERROR)];
}

const char *
cli_severity (int severity)
{
  return _ (cli_severity_name (severity));
}
