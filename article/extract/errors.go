package extract

import "fmt"

func damaged(format string, args ...any) error   { return failed(ErrDamaged, format, args) }
func tooLarge(format string, args ...any) error  { return failed(ErrTooLarge, format, args) }
func encrypted(format string, args ...any) error { return failed(ErrEncrypted, format, args) }

func failed(kind error, format string, args []any) error {
	return &failure{kind, fmt.Sprintf(format, args...)}
}
