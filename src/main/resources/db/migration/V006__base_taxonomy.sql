-- What every province describes its content with from the first day: languages of the people, kinds of works, the six basic social
-- services and what else the programme is about, whom it is for. Administrators may add to it and change it; what stands there already
-- is left alone.
insert into language (code, bcp47, media_code, endonym, label, orthography, content, interface, position) values
    ('vi', 'vi', 'vie', 'Tiếng Việt', '{"vi": "Tiếng Việt", "en": "Vietnamese"}', null, true, true, 1),
    ('hmn', 'hmn-Latn-VN', 'hmn', 'Mông', '{"vi": "Tiếng Mông", "en": "Hmong"}', 'vi-1961', true, true, 2),
    ('tyz', 'tyz-Latn-VN', 'tyz', 'Tày', '{"vi": "Tiếng Tày", "en": "Tày"}', null, true, true, 3),
    ('en', 'en', 'eng', 'English', '{"vi": "Tiếng Anh", "en": "English"}', null, false, true, 4)
on conflict do nothing;

insert into genre (code, label, medium, scene, colour, position) values
    ('tieu-pham', '{"vi": "Tiểu phẩm phát thanh", "en": "Radio skit"}', 'audio', 'loa', 'cham', 1),
    ('phim-tai-lieu', '{"vi": "Phim tài liệu", "en": "Documentary"}', 'video', 'ruong', 'do', 2),
    ('clip-2d', '{"vi": "Video clip 2D", "en": "2D video clip"}', 'video', 'ban', 'la', 3),
    ('phong-su', '{"vi": "Phóng sự", "en": "Reportage"}', 'video', 'cho', 'nau', 4),
    ('tin-bai', '{"vi": "Tin bài", "en": "Article"}', 'text', 'nha', 'cham', 5),
    ('guong-dien-hinh', '{"vi": "Gương điển hình, mô hình hay", "en": "People and models to learn from"}', 'text', 'nui', 'nghe', 6),
    ('to-roi', '{"vi": "Tờ rơi, tờ gấp", "en": "Leaflet"}', 'print', 'giay', 'do', 7),
    ('ap-phich', '{"vi": "Áp phích, pano", "en": "Poster"}', 'print', 'bang', 'la', 8),
    ('tap-huan', '{"vi": "Tài liệu tập huấn", "en": "Training material"}', 'print', 'lop', 'cham', 9),
    ('phong-van', '{"vi": "Tư liệu phỏng vấn", "en": "Interview"}', 'audio', 'micro', 'nau', 10)
on conflict do nothing;

insert into topic (code, parent, label, icon, position) values
    ('viec-lam', null, '{"vi": "Việc làm", "en": "Jobs"}', 'viec', 1),
    ('vay-von', null, '{"vi": "Vay vốn", "en": "Loans"}', 'von', 2),
    ('sinh-ke', null, '{"vi": "Sinh kế", "en": "Livelihoods"}', 'sinhke', 3),
    ('y-te', null, '{"vi": "Y tế", "en": "Health care"}', 'yte', 4),
    ('dinh-duong', null, '{"vi": "Dinh dưỡng", "en": "Nutrition"}', 'dinhduong', 5),
    ('giao-duc', null, '{"vi": "Giáo dục", "en": "Education"}', 'hoc', 6),
    ('nha-o', null, '{"vi": "Nhà ở", "en": "Housing"}', 'nha', 7),
    ('nuoc-sach-ve-sinh', null, '{"vi": "Nước sạch và vệ sinh", "en": "Clean water and sanitation"}', 'nuoc', 8),
    ('thong-tin', null, '{"vi": "Thông tin", "en": "Information"}', 'tin', 9),
    ('tro-giup-phap-ly', null, '{"vi": "Trợ giúp pháp lý", "en": "Legal aid"}', 'luat', 10),
    ('tro-giup-xa-hoi', null, '{"vi": "Trợ giúp xã hội", "en": "Social assistance"}', 'trogiup', 11),
    ('binh-dang-gioi', null, '{"vi": "Bình đẳng giới", "en": "Gender equality"}', 'gioi', 12),
    ('van-hoa-du-lich', null, '{"vi": "Văn hóa – du lịch", "en": "Culture and tourism"}', 'vanhoa', 13),
    ('chinh-sach-giam-ngheo', null, '{"vi": "Chính sách giảm nghèo", "en": "Poverty-reduction policy"}', 'chinhsach', 14),
    ('hoc-nghe', 'viec-lam', '{"vi": "Học nghề", "en": "Vocational training"}', 'viec', 15),
    ('lao-dong-ngoai-nuoc', 'viec-lam', '{"vi": "Đi làm việc ở nước ngoài", "en": "Working abroad"}', 'viec', 16),
    ('tiet-kiem', 'vay-von', '{"vi": "Tiết kiệm, tổ vay vốn", "en": "Savings groups"}', 'von', 17),
    ('chan-nuoi', 'sinh-ke', '{"vi": "Chăn nuôi", "en": "Livestock"}', 'sinhke', 18),
    ('trong-trot', 'sinh-ke', '{"vi": "Trồng trọt", "en": "Crops"}', 'sinhke', 19),
    ('hop-tac-xa', 'sinh-ke', '{"vi": "Tổ hợp tác, hợp tác xã", "en": "Cooperatives"}', 'sinhke', 20),
    ('bao-hiem-y-te', 'y-te', '{"vi": "Bảo hiểm y tế", "en": "Health insurance"}', 'yte', 21),
    ('phong-benh', 'y-te', '{"vi": "Phòng bệnh", "en": "Preventing disease"}', 'yte', 22),
    ('cham-soc-me-va-be', 'dinh-duong', '{"vi": "Chăm sóc mẹ và bé", "en": "Mother and child care"}', 'dinhduong', 23),
    ('xoa-mu-chu', 'giao-duc', '{"vi": "Đi học, xóa mù chữ", "en": "Schooling and literacy"}', 'hoc', 24),
    ('xoa-nha-tam', 'nha-o', '{"vi": "Xóa nhà tạm, nhà dột nát", "en": "Replacing makeshift houses"}', 'nha', 25),
    ('nha-tieu-hop-ve-sinh', 'nuoc-sach-ve-sinh', '{"vi": "Nhà tiêu hợp vệ sinh", "en": "Sanitary latrines"}', 'nuoc', 26),
    ('chuyen-doi-so', 'thong-tin', '{"vi": "Chuyển đổi số", "en": "Going digital"}', 'tin', 27),
    ('truyen-thanh-co-so', 'thong-tin', '{"vi": "Truyền thanh cơ sở", "en": "Commune loudspeakers"}', 'tin', 28),
    ('phong-chong-tao-hon', 'binh-dang-gioi', '{"vi": "Phòng, chống tảo hôn", "en": "Ending child marriage"}', 'gioi', 29),
    ('du-lich-cong-dong', 'van-hoa-du-lich', '{"vi": "Du lịch cộng đồng", "en": "Community tourism"}', 'vanhoa', 30),
    ('nghe-truyen-thong', 'van-hoa-du-lich', '{"vi": "Nghề truyền thống", "en": "Traditional crafts"}', 'vanhoa', 31),
    ('khong-trong-cho-y-lai', 'chinh-sach-giam-ngheo', '{"vi": "Tự lực vươn lên", "en": "Self-reliance"}', 'chinhsach', 32),
    ('ra-soat-ho-ngheo', 'chinh-sach-giam-ngheo', '{"vi": "Rà soát hộ nghèo", "en": "Household poverty review"}', 'chinhsach', 33)
on conflict do nothing;

insert into audience (code, label, position) values
    ('ho-ngheo', '{"vi": "Hộ nghèo", "en": "Poor households"}', 1),
    ('ho-can-ngheo', '{"vi": "Hộ cận nghèo", "en": "Near-poor households"}', 2),
    ('ho-moi-thoat-ngheo', '{"vi": "Hộ mới thoát nghèo", "en": "Households newly out of poverty"}', 3),
    ('phu-nu-tre-em', '{"vi": "Phụ nữ và trẻ em", "en": "Women and children"}', 4),
    ('thanh-nien', '{"vi": "Thanh niên", "en": "Young people"}', 5),
    ('nguoi-lao-dong', '{"vi": "Người lao động", "en": "Workers"}', 6),
    ('nguoi-cao-tuoi', '{"vi": "Người cao tuổi", "en": "Older people"}', 7),
    ('can-bo-co-so', '{"vi": "Cán bộ cơ sở", "en": "Grassroots officers"}', 8),
    ('toan-xa-hoi', '{"vi": "Toàn xã hội", "en": "Everyone"}', 9)
on conflict do nothing;
