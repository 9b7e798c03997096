;;; mtlint.el --- mtlint in Emacs, through eglot  -*- lexical-binding: t -*-

;; eglot is part of Emacs from 29; before, install it (M-x package-install eglot).
;; Load this file from your init file; then M-x eglot in a text, or eglot-ensure in a hook.
;; Emacs knows Markdown from the package markdown-mode (M-x package-install markdown-mode).

(require 'eglot)

;; Options go behind "lsp": :initializationOptions (:from "uk" :mt "yes" :rules (:quotes "off")).
(add-to-list 'eglot-server-programs
             '((text-mode markdown-mode html-mode mhtml-mode) . ("npx" "--no" "--" "mtlint" "lsp")))

(defun mtlint-repair-all ()
  "Repair all in this text that is safe to repair unseen."
  (interactive)
  (eglot-code-actions (point-min) (point-max) "source.fixAll.mtlint" t))

(provide 'mtlint)
;;; mtlint.el ends here
