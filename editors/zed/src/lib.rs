use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

/// Starts the mtlint that the project has installed, else the one of the machine.
struct Mtlint;

impl zed::Extension for Mtlint {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let npx = worktree.which("npx").ok_or("mtlint needs Node: there is no `npx` on this machine.")?;
        Ok(Command {
            command: npx,
            args: ["--no", "--", "mtlint", "lsp"].map(String::from).to_vec(),
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Mtlint);
