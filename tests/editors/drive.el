;;; Does in Emacs what a writer does, and writes down what the editor shows: $MTLINT_DID. -*- lexical-binding: t -*-
;;; Called with editors/emacs/mtlint.el loaded.

(require 'cl-lib)
(require 'json)
(require 'flymake)

(setq eglot-sync-connect t
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil
      create-lockfiles nil)

(defun wait-for (what wanted)
  (let ((end (+ (float-time) 60)))
    (while (not (funcall wanted))
      (when (> (float-time) end)
        (message "waited in vain for %s" what)
        (kill-emacs 1))
      (accept-process-output nil 0.02))))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun shown ()
  (vconcat
   (mapcar (lambda (diagnostic)
             (let ((data (cdr (assq 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))
                   (beg (flymake-diagnostic-beg diagnostic))
                   (end (flymake-diagnostic-end diagnostic)))
               (list :code (plist-get data :code) :line (line-number-at-pos beg)
                     :text (buffer-substring-no-properties beg end) :message (plist-get data :message))))
           (flymake-diagnostics))))

(defvar offered nil)

;; The list of actions: the one that is marked as preferred, which is what Enter takes.
(defun take-default (_prompt items &optional _predicate _require _initial _history default &rest _)
  (setq offered (or offered (mapcar #'car items)))
  default)

(find-file (getenv "MTLINT_FILE"))
(let ((inhibit-message t)) (call-interactively #'eglot))
(wait-for "diagnostics" (lambda () (flymake-diagnostics)))
(let ((first (shown)) repaired all)
  (goto-char (point-min))
  (search-forward (getenv "MTLINT_WORD"))
  (goto-char (match-beginning 0))
  (let ((last-nonmenu-event ?x))
    (cl-letf (((symbol-function 'completing-read) #'take-default)) (call-interactively #'eglot-code-actions)))
  (setq repaired (text))
  (revert-buffer t t)
  (wait-for "the server to hear of it" (lambda () (equal (length (flymake-diagnostics)) (length first))))
  (call-interactively #'mtlint-repair-all)
  (setq all (text))
  ;; Emacs tells of an edit when it is idle, which it never is here, and before it saves.
  (let ((inhibit-message t)) (save-buffer))
  (wait-for "diagnostics of the repaired text" (lambda () (equal (length (flymake-diagnostics)) (string-to-number (getenv "MTLINT_LEFT")))))
  (let ((did (list :shown first :offered (vconcat offered) :repaired repaired :all all :left (shown))))
    (with-temp-file (getenv "MTLINT_DID")
      (set-buffer-file-coding-system 'utf-8-unix)
      (insert (json-encode did)))))
(kill-emacs 0)
