package extract

import "strings"

// fileKind names a file that is no plain text, by its first bytes ("a PDF file"); "" if they say nothing.
func fileKind(data []byte) string {
	const head = 4096 // a ZIP file names its first entries there
	start := string(data[:min(len(data), head)])
	for _, s := range signatures() {
		if strings.HasPrefix(start, s.magic) {
			return s.kind
		}
	}
	switch {
	case strings.HasPrefix(start, "PK\x03\x04"):
		return zipKind(start)
	case strings.HasPrefix(start, "RIFF") && len(start) >= 12 && start[8:12] == "WEBP":
		return "a WebP image"
	case strings.HasPrefix(start, "GIF8") && strings.Contains(start, "\x00"):
		return "a GIF image"
	case len(start) >= 8 && start[0] == 0 && start[4:8] == "ftyp":
		return "a video, audio or image file"
	case strings.HasPrefix(strings.TrimPrefix(start, "\uFEFF"), `{\rtf`):
		return "an RTF file"
	}
	return ""
}

func zipKind(start string) string {
	switch {
	case strings.Contains(start, "word/"), strings.Contains(start, "[Content_Types].xml"):
		return "a Word document (DOCX) or another Office file"
	case strings.Contains(start, "mimetypeapplication/vnd.oasis.opendocument"):
		return "an OpenDocument file (ODT)"
	case strings.Contains(start, "mimetypeapplication/epub+zip"):
		return "an EPUB book"
	}
	return "a ZIP archive"
}

type signature struct{ magic, kind string }

func signatures() []signature {
	return []signature{
		{"%PDF-", "a PDF file"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"},
		{"\x89PNG\r\n\x1a\n", "a PNG image"},
		{"\xff\xd8\xff", "a JPEG image"},
		{"II*\x00", "a TIFF image"},
		{"MM\x00*", "a TIFF image"},
		{"%!PS-", "a PostScript file"},
		{"AT&TFORM", "a DjVu file"},
		{"\x1f\x8b", "a gzip archive"},
		{"\xfd7zXZ\x00", "an xz archive"},
		{"\x28\xb5\x2f\xfd", "a zstd archive"},
		{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
		{"Rar!\x1a\x07", "a RAR archive"},
		{"OggS\x00", "an Ogg file"},
		{"ID3\x02", "an MP3 file"},
		{"ID3\x03", "an MP3 file"},
		{"ID3\x04", "an MP3 file"},
		{"SQLite format 3\x00", "an SQLite database"},
		{"\x7fELF", "a program"},
		{"MZ\x90\x00", "a program"},
	}
}
