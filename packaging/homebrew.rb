# A draft for homebrew-core: `brew update-python-resources doclint` writes the resources, the digest is the released sdist's.
class Doclint < Formula
  include Language::Python::Virtualenv

  desc "Find what machine translation damaged in documentation, beside its English"
  homepage "https://github.com/doclint/doclint"
  url "https://files.pythonhosted.org/packages/source/d/doclint/doclint-0.1.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "MIT"

  depends_on "libyaml"
  depends_on "python@3.13"

  def install
    virtualenv_install_with_resources
    man1.install Dir["packaging/man/*.1"]
    bash_completion.install "packaging/completions/doclint.bash" => "doclint"
    zsh_completion.install "packaging/completions/_doclint"
    fish_completion.install "packaging/completions/doclint.fish"
  end

  test do
    (testpath/"en.md").write "|Member|Value|\n|:--|:--|\n|open|1|\n"
    (testpath/"de.md").write "|Member|Wert|\n|:--|:--|\n|open|1,1|\n"
    assert_match "1,1", shell_output("#{bin}/doclint check de.md --source en.md --exit-zero")
  end
end
